import ProspectJSON

extension ProspectB2B {
  /// The 18 scopes that an operation of the contract needs [contract prospectb2b §2].
  private static let allScopes = [
    "me.read", "leads.read", "leads.write", "leads.import", "leads.export", "lead-fields.read",
    "messages.read", "inbox.read", "webhooks.read", "webhooks.write", "campaigns.read",
    "campaigns.write", "billing.read", "jobs.read", "settings.read", "support.read",
    "prospector.read", "prospector.run",
  ]

  /// A key without scopes can still say who it is.
  private func scopes(of credential: Credential) -> [String] {
    if credential.lacksScopes { return ["me.read"] }
    return ProspectB2B.allScopes.filter { !credential.key.contains("no-\($0)") }
  }

  /// - Throws: 401 with the reason as its code.
  func authenticate(_ call: Call) throws(Refusal) -> Credential {
    guard let credential = call.credential else {
      throw Refusal(401, "missing_bearer", "send Authorization: Bearer pb2b_live_…")
    }
    guard SandboxKeys.isProspectB2B(credential.key) else { throw ProspectB2B.badKey }
    if credential.isRevoked { throw Refusal(401, "key_revoked", "the API key was revoked") }
    if credential.isExpired { throw Refusal(401, "key_expired", "the API key has expired") }
    return credential
  }

  /// The effective right is the key's scope AND the right of its membership [contract prospectb2b
  /// §2].
  func authorize(_ credential: Credential, _ endpoint: Endpoint<Self>) throws(Refusal) {
    if readings.readOnlyComesFirst { try refuseWrite(credential, endpoint) }
    let granted = scopes(of: credential)
    let needed = endpoint.scopes.map { $0 == "webhooks.read" ? readings.webhookReadScope : $0 }
    if let missing = needed.first(where: { !granted.contains($0) }) {
      throw Refusal(
        403, "insufficient_scope", "the key lacks the scope \(missing)",
        details: ["required_scope": .string(missing)])
    }
    try refuseWrite(credential, endpoint)
  }

  private func refuseWrite(
    _ credential: Credential, _ endpoint: Endpoint<Self>
  ) throws(Refusal) {
    guard endpoint.isWrite && credential.isReadOnly else { return }
    throw Refusal(403, readings.readOnlyCode, "the key's membership can read, not write")
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
