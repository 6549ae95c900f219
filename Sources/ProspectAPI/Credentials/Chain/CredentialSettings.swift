/// Where the credentials of a runtime come from, and which of them may be used.
package struct CredentialSettings: Sendable {
  /// Gives a credential that the embedding program has; nil when it has none for that provider.
  package typealias Giver = @Sendable (_ provider: String) async throws -> GivenCredential?

  /// The profile that counts when none is named.
  package static let usualProfile = "default"

  /// The variables that the descriptions name, their `NAME_FILE`s, and `CREDENTIALS_DIRECTORY`.
  package var environment: [String: String]
  package var profile: String
  package var giver: Giver?
  /// What came through `--token-fd`.
  package var tokens: [GivenTokens] = []
  /// Commands that print credentials, by the names of providers.
  package var helpers: [String: HelperCommand] = [:]
  /// For the providers without one of their own.
  package var usualHelper: HelperCommand?
  /// Helpers that a project names and nobody has allowed, by provider, `*` for every other one; with what allows them.
  package var refusedHelpers: [String: String] = [:]
  /// The file that `prospect-run auth login` writes; nil: there is none.
  package var file: String?
  /// Providers whose credentials are not to be used, and why.
  package var withheld: [String: Withholding] = [:]
  /// Gets each line that a helper writes on stderr.
  package var notice: @Sendable (String) -> Void = { _ in }

  /// Why a credential is not used, and what would change that.
  package struct Withholding: Sendable, Equatable {
    package let message: String
    package let hint: String

    package init(message: String, hint: String) {
      self.message = message
      self.hint = hint
    }
  }

  package init(environment: [String: String], profile: String = Self.usualProfile) {
    self.environment = environment
    self.profile = profile
  }

  func helper(for provider: String) -> HelperCommand? { helpers[provider] ?? usualHelper }

  func refusedHelper(for provider: String) -> String? {
    refusedHelpers[provider] ?? refusedHelpers["*"]
  }

  /// A variable's name in this profile: an account that was asked for by name is never mixed up with the usual one.
  package func variable(_ name: String) -> String {
    guard profile != Self.usualProfile else { return name }
    return "\(name)_\(profile.uppercased().replacing("-", with: "_"))"
  }

  /// Whether a profile can have this name: it becomes the end of variables' names, of which `_FILE` and `_BASE_URL` are
  /// taken.
  package static func isProfile(_ name: String) -> Bool {
    let end = "_" + name.lowercased().replacing("-", with: "_")
    return (1...64).contains(name.utf8.count) && !end.hasSuffix("_file")
      && !end.hasSuffix("_base_url")
      && name.utf8.allSatisfy {
        $0.isLetterOrDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
      }
  }
}
