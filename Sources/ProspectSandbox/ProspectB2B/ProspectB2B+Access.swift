import HTTPTypes
import ProspectJSON

extension ProspectB2B {
  /// The 13 scopes with known names [contract prospectb2b §2].
  private static let allScopes = [
    "me.read", "leads.read", "leads.write", "leads.import", "leads.export", "lead-fields.read",
    "messages.read", "inbox.read", "webhooks.write", "campaigns.read", "billing.read",
    "prospector.read", "prospector.run",
  ]

  /// A key without scopes can still say who it is.
  private func scopes(of credential: Credential) -> [String] {
    credential.lacksScopes ? ["me.read"] : ProspectB2B.allScopes
  }

  /// - Throws: 401 with the reason as its code.
  func authenticate(_ call: Call) throws(Refusal) -> Credential {
    guard let credential = call.credential else {
      throw Refusal(401, "missing_bearer", "send Authorization: Bearer pb2b_live_…")
    }
    guard SandboxKeys.isProspectB2B(credential.key) else {
      throw Refusal(401, "invalid_api_key", "the API key was not accepted")
    }
    if credential.isRevoked { throw Refusal(401, "key_revoked", "the API key was revoked") }
    if credential.isExpired { throw Refusal(401, "key_expired", "the API key has expired") }
    return credential
  }

  /// The effective right is the key's scope AND the right of its membership [contract prospectb2b
  /// §2].
  func authorize(_ credential: Credential, _ endpoint: Endpoint<Self>) throws(Refusal) {
    let granted = scopes(of: credential)
    if let missing = endpoint.scopes.first(where: { !granted.contains($0) }) {
      throw Refusal(
        403, "insufficient_scope", "the key lacks the scope \(missing)",
        details: ["required_scope": .string(missing)])
    }
    if endpoint.isWrite && credential.isReadOnly {
      throw Refusal(403, "read_only", "the key's membership can read, not write")
    }
  }

  func refuse(_ reading: RateWindow.Reading) throws(Refusal) {
    guard let seconds = reading.retryAfter else { return }
    throw Refusal(
      429, "rate_limited", "slow down", headers: [(.retryAfter, String(seconds))])
  }

  /// `GET /me`: who the key is [seed 002].
  func me(_ call: Call) throws(Refusal) -> Answer {
    let credential = try authenticate(call)
    let since = ledger.catalog.start.text
    return single(
      [
        "id": "me_01", "object": "me", "created_at": .string(since), "updated_at": .string(since),
        "scopes": .strings(scopes(of: credential)), "read_only": .bool(credential.isReadOnly),
        "key": [
          "id": "key_01", "name": "sandbox", "expires_at": .null,
          "prefix": .string(credential.key.split(separator: "_").prefix(3).joined(separator: "_")),
        ],
        "workspace": ["id": "ws_01", "name": "Sandbox", "timezone": "Europe/Paris"],
        "membership": ["id": "mem_01", "role": credential.isReadOnly ? "viewer" : "admin"],
      ], call)
  }
}

extension RateWindow.Reading {
  /// The names are inferred [contract prospectb2b §7].
  var headers: [(name: HTTPField.Name, value: String)] {
    [
      (.known("X-RateLimit-Limit"), String(limit)),
      (.known("X-RateLimit-Remaining"), String(remaining)),
      (.known("X-RateLimit-Reset"), String(reset)),
    ]
  }
}
