import HTTPTypes
import ProspectJSON

extension SphereScout {
  /// Operations that look at no credential [seed 004].
  private static let publicOperations: Set = ["auth.login", "auth.refresh", "companies.preview"]

  /// Operations of which nobody says whether they need one [contract spherescout §3].
  private static let openOperations: Set = [
    "categories.list", "countries.list", "locations.search", "professions.list",
  ]

  /// Who calls, as the quota counts it.
  ///
  /// - Throws: 401 for a credential that is missing or not good.
  func authenticate(_ call: Call, for operation: String) throws(Refusal) -> String {
    if SphereScout.publicOperations.contains(operation) { return "anonymous" }
    let isOpen =
      SphereScout.openOperations.contains(operation) && !readings.guardsReferenceData
    if isOpen, call.headers[.authorization] == nil { return "anonymous" }
    guard let credential = call.credential else {
      throw .unauthorized("not_authenticated", "send Authorization: Bearer <credential>")
    }
    try check(credential, at: call.now)
    return credential.key
  }

  /// - Throws: 401 for a token that is not valid, and for a key that says that it is not good or
  ///   was revoked.
  func check(_ credential: Credential, at now: Instant) throws(Refusal) {
    let key = credential.key
    if SessionToken.hasForm(key) {
      guard ledger.with({ $0.sessions.isValid(key, .access, at: now) }) else {
        throw .unauthorized("token_not_valid", "access token no longer valid")
      }
      return
    }
    let isRefused = ledger.with { $0.apiKeys.refuses(key, at: now) }
    guard !isRefused, !credential.isRevoked, !credential.isExpired else {
      throw SphereScout.badKey
    }
  }
}

extension Refusal {
  static func unauthorized(_ code: String, _ message: String) -> Refusal {
    Refusal(401, code, message, headers: [(.wwwAuthenticate, "Bearer")])
  }
}
