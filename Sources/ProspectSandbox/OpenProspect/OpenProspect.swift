import HTTPTypes
import ProspectJSON

/// OpenProspect's external API [contract openprospect].
struct OpenProspect: SandboxProvider {
  static let name = "openprospect"
  static let prefix = "/api/v1"
  static let endpoints: [Endpoint<OpenProspect>] = [
    Endpoint("auth.validate", .get, "/auth/validate", validate),
    Endpoint(
      "searches.list", .get, "/prospect-searches", scopes: ["prospect_searches:read"],
      listSearches),
    Endpoint(
      "deliveries.companies", .get, "/deliveries/:prospect_search_id/companies",
      scopes: ["companies:read", "prospects:read"], listDeliveries),
    Endpoint(
      "profiles.create", .post, "/search-profile-creations", scopes: ["orders:write"],
      createProfile),
    Endpoint(
      "profiles.get", .get, "/search-profile-creations/:profile_creation_id",
      scopes: ["orders:read"], getProfile),
  ]

  static let unknownPath = Refusal(404, "NOT_FOUND", "No such resource.")

  let ledger: Ledger

  var readings: OpenProspectReadings { ledger.configuration.readings.openProspect }

  func perform(_ endpoint: Endpoint<Self>, _ call: Call) async throws(Refusal) -> Answer {
    let credential = try authenticate(call)
    let reading = admit(credential.key, at: call.now)
    if let seconds = reading.retryAfter {
      throw Refusal(
        429, "RATE_LIMIT_EXCEEDED", "Too many calls in a short time.",
        details: ["retry_after": .integer(seconds)], headers: [(.retryAfter, String(seconds))])
    }
    let granted = scopes(of: credential)
    let missing = endpoint.scopes.filter { !granted.contains($0) }
    guard missing.isEmpty else {
      throw Refusal(
        403, "AUTHORIZATION_ERROR", "The key lacks \(missing.joined(separator: ", ")).",
        details: ["required_scopes": .strings(endpoint.scopes), "user_scopes": .strings(granted)])
    }
    return try endpoint.handler(self)(call)
  }

  /// A flat object [contract openprospect §7].
  func envelope(_ refusal: Refusal, requestID: String) -> JSON {
    var body: JSONObject = ["code": .string(refusal.code), "message": .string(refusal.message)]
    if let details = refusal.details { body["details"] = details }
    return .object(body)
  }
}
