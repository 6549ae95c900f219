import HTTPTypes
import ProspectJSON

/// SphereScout's REST API [contract spherescout].
struct SphereScout: SandboxProvider {
  static let name = "spherescout"
  static let prefix = "/api"
  static let endpoints: [Endpoint<SphereScout>] = [
    Endpoint("auth.login", .post, "/auth/login", login),
    Endpoint("auth.refresh", .post, "/token/refresh", refreshToken),
    Endpoint("account.profile", .get, "/user/profile", profile),
    Endpoint("api_keys.list", .get, "/user/api-keys", listKeys),
    Endpoint("api_keys.create", .post, "/user/api-keys", createKey),
    Endpoint("api_keys.delete", .delete, "/user/api-keys/:key_id", deleteKey),
    Endpoint("companies.search", .get, "/companies", searchCompanies),
    Endpoint("companies.preview", .get, "/public/companies", previewCompanies),
    Endpoint("categories.list", .get, "/categories", listCategories),
    Endpoint("countries.list", .get, "/locations/countries", listCountries),
    Endpoint("locations.search", .get, "/locations/search", searchLocations),
    Endpoint("professions.list", .get, "/professions/summary", listProfessions),
    Endpoint("exports.start", .get, "/download-csv", startExport),
    Endpoint("exports.status", .get, "/download-status/:task_id", exportStatus),
    Endpoint("history.list", .get, "/user/search-history", listHistory),
    Endpoint("history.freshness", .get, "/user/search-history/:id/freshness", freshness),
    Endpoint("history.delta", .get, "/user/search-history/:id/download-delta", startDelta),
  ]

  static let unknownPath = Refusal(404, "not_found", "no such object")
  static let badKey = Refusal.unauthorized("authentication_failed", "unknown API key")
  /// The id of the one account.
  static let userID = 41

  let ledger: Ledger

  var readings: SphereScoutReadings { ledger.configuration.readings.sphereScout }

  func perform(_ endpoint: Endpoint<Self>, _ call: Call) async throws(Refusal) -> Answer {
    if readings.refusesTrailingSlash, call.path.hasSuffix("/") { throw SphereScout.unknownPath }
    let caller = try authenticate(call, for: endpoint.name)
    try checkRate(admit(caller, at: call.now))
    try checkNames(call.query, of: endpoint.name)
    return try endpoint.handler(self)(call)
  }

  /// - Throws: 429 when the caller used up its calls.
  func checkRate(_ reading: RateWindow.Reading) throws(Refusal) {
    guard let seconds = reading.retryAfter else { return }
    throw Refusal(
      429, "throttled", "slow down",
      headers: readings.omitsRetryAfter ? [] : [(.retryAfter, String(seconds))])
  }

  /// `{detail, code}`, or what the refusal brings as its details [contract spherescout §10].
  func envelope(_ refusal: Refusal, requestID: String) -> JSON {
    if readings.hidesFieldNames, refusal.code == Refusal.fieldCode {
      return [readings.errorTextName: .string(refusal.message)]
    }
    if let details = refusal.details { return details }
    var body = JSONObject()
    body[readings.errorTextName] = .string(refusal.message)
    if !readings.omitsErrorCode { body["code"] = .string(refusal.code) }
    return .object(body)
  }

  /// An id that is opaque to clients, integer or string [contract spherescout §1].
  func opaque(_ id: Int) -> JSON { readings.writesIDsAsText ? .string(String(id)) : .integer(id) }
}

extension Refusal {
  static let fieldCode = "invalid"

  /// 400 of one parameter, as `{field: [messages]}` [contract spherescout §10].
  static func field(_ name: String, _ message: String) -> Refusal {
    Refusal(
      400, fieldCode, "\(name): \(message)",
      details: .object(JSONObject([.init(name: name, value: [.string(message)])])))
  }

  static let noSuchObject = SphereScout.unknownPath
}
