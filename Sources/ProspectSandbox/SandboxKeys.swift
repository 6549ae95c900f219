/// The API keys that a sandbox accepts.
///
/// Any key with the provider's documented form works, so a recipe may keep the key it has. Words
/// inside a key choose its fate:
///
/// | Part of the key | Effect |
/// | --- | --- |
/// | `revoked` | 401, as for a key that was withdrawn |
/// | `expired` | 401, as for a key past its date |
/// | `readonly` | reads work, writes answer 403 |
/// | `noscope` | 403 wherever a scope is needed |
/// | `no-SCOPE` | 403 where this scope of ProspectB2B is needed, as in `no-leads.write` |
///
/// SphereScout documents no scopes: there `readonly` and `noscope` mean nothing.
package enum SandboxKeys {
  /// OpenProspect: `lnc_live_…` or `lnc_test_…` [contract openprospect §1].
  package static let openProspect = "lnc_test_sandbox00000000000000000000000000"
  /// ProspectB2B: `pb2b_live_`, then two parts joined by `_` [contract prospectb2b §2].
  package static let prospectB2B = "pb2b_live_sandbox_0000000000000000"
  /// SphereScout: no form is documented, so any key that is not empty.
  package static let sphereScout = "sandbox-spherescout-key"
  /// SphereScout: the account that `POST /api/auth/login` knows, for tokens in place of a key.
  package static let sphereScoutUsername = "ops@sandbox.example"
  package static let sphereScoutPassword = "sandbox-password"

  /// A key of a provider's documented form that follows from a number.
  static func another(for provider: String, _ number: UInt64) -> String {
    let digits = Hexadecimal.text(number)
    switch provider {
    case OpenProspect.name: return "lnc_test_rotated\(digits)"
    case ProspectB2B.name: return "pb2b_live_rotated_\(digits)"
    default: return "rotated-spherescout-\(digits)"
    }
  }

  static func isOpenProspect(_ key: String) -> Bool {
    ["lnc_live_", "lnc_test_"].contains { key.hasPrefix($0) && key.count > $0.count }
  }

  static func isProspectB2B(_ key: String) -> Bool {
    let prefix = "pb2b_live_"
    guard key.hasPrefix(prefix) else { return false }
    let parts = key.dropFirst(prefix.count).split(separator: "_", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { !$0.isEmpty }
  }
}
