import ProspectJSON

extension OpenProspect {
  /// Scopes of a key that may do everything.
  private static let allScopes = [
    "prospect_searches:read", "companies:read", "prospects:read", "orders:read", "orders:write",
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
    else {
      throw Refusal(
        401, "UNAUTHORIZED", "Send Authorization: Bearer lnc_live_… with an active key.")
    }
    return credential
  }

  /// `GET /auth/validate`: any active key [seed 000].
  func validate(_ call: Call) throws(Refusal) -> Answer {
    let granted = scopes(of: try authenticate(call))
    return Answer(["valid": true, "scopes": .strings(granted)])
  }
}
