import ProspectJSON

extension OpenProspect {
  /// Scopes of a key that may do everything.
  private static let allScopes = [
    "prospect_searches:read", "prospect_searches:write", "companies:read", "prospects:read",
    "orders:read", "orders:write", "blacklists:read", "blacklists:write",
  ]

  func scopes(of credential: Credential) -> [String] {
    if credential.lacksScopes { return [] }
    return credential.isReadOnly
      ? OpenProspect.allScopes.filter { !$0.hasSuffix(":write") } : OpenProspect.allScopes
  }

  /// - Throws: 401 for a missing, malformed, expired or revoked key [contract openprospect §7].
  func authenticate(_ call: Call) throws(Refusal) -> Credential {
    guard let credential = call.credential, SandboxKeys.isOpenProspect(credential.key),
      !credential.isRevoked, !credential.isExpired
    else { throw OpenProspect.badKey }
    return credential
  }

  /// - Throws: 403 that lists the needed and the granted scopes [contract openprospect §7].
  func authorize(_ credential: Credential, _ endpoint: Endpoint<Self>) throws(Refusal) {
    let granted = scopes(of: credential)
    let missing = endpoint.scopes.filter { !granted.contains($0) }
    guard missing.isEmpty else {
      throw Refusal(
        403, "AUTHORIZATION_ERROR", "The key lacks \(missing.joined(separator: ", ")).",
        details: ["required_scopes": .strings(endpoint.scopes), "user_scopes": .strings(granted)])
    }
  }

  /// `GET /auth/validate`: any active key [seed 000].
  func validate(_ call: Call) throws(Refusal) -> Answer {
    let granted = scopes(of: try authenticate(call))
    return Answer(["valid": true, "scopes": .strings(granted)])
  }
}
