import HTTPTypes
import ProspectJSON

/// ProspectB2B's public API v1 [contract prospectb2b].
struct ProspectB2B: SandboxProvider {
  static let name = "prospectb2b"
  static let prefix = "/api/public/v1"
  static let endpoints =
    leadEndpoints + transferEndpoints(under: "") + transferEndpoints(under: "/leads")
    + webhookEndpoints + campaignEndpoints + workspaceEndpoints + prospectorEndpoints

  static let unknownPath = Refusal(404, "not_found", "no such resource")
  static let badKey = Refusal(401, "invalid_api_key", "the API key was not accepted")

  let ledger: Ledger

  var readings: ProspectB2BReadings { ledger.configuration.readings.prospectB2B }

  /// The checks stand in the contract's order: 401, 429, scope, read-only, stored answer, then the
  /// operation with body, 404 and state [contract prospectb2b §6].
  func perform(_ endpoint: Endpoint<Self>, _ call: Call) async throws(Refusal) -> Answer {
    guard isServed(endpoint) else { throw ProspectB2B.unknownPath }
    let credential = try authenticate(call)
    let reading = admit(credential.key, at: call.now)
    do throws(Refusal) {
      try refuse(reading, call)
      try authorize(credential, endpoint)
      var answer = try await performOnce(endpoint, call, key: credential.key)
      answer.headers += headers(of: reading)
      return answer
    } catch {
      var refusal = reread(error)
      refusal.headers += headers(of: reading)
      throw refusal
    }
  }

  /// Imports and exports are routed at both places; one of them does not exist.
  private func isServed(_ endpoint: Endpoint<Self>) -> Bool {
    let transfers = ["/imports", "/exports"]
    if transfers.contains(where: { endpoint.path.hasPrefix($0) }) {
      return !readings.transfersAreUnderLeads
    }
    if transfers.contains(where: { endpoint.path.hasPrefix("/leads\($0)") }) {
      return readings.transfersAreUnderLeads
    }
    return true
  }
}
