import HTTPTypes
import ProspectJSON

/// SphereScout's REST API [contract spherescout].
struct SphereScout: SandboxProvider {
  static let name = "spherescout"
  static let prefix = "/api"
  static let endpoints: [Endpoint<SphereScout>] = [
    Endpoint("companies.search", .get, "/companies", searchCompanies),
    Endpoint("exports.start", .get, "/download-csv", startExport),
    Endpoint("exports.status", .get, "/download-status/:task_id", exportStatus),
    Endpoint("account.profile", .get, "/user/profile", profile),
    Endpoint("history.list", .get, "/user/search-history", searchHistory),
  ]

  static let unknownPath = Refusal(404, "not_found", "no such object")

  let ledger: Ledger

  func perform(_ endpoint: Endpoint<Self>, _ call: Call) async throws(Refusal) -> Answer {
    let credential = try authenticate(call)
    let reading = admit(credential.key, at: call.now)
    if let seconds = reading.retryAfter {
      throw Refusal(429, "throttled", "slow down", headers: [(.retryAfter, String(seconds))])
    }
    return try endpoint.handler(self)(call)
  }

  /// `{detail, code}`, or what the refusal brings as its details [contract spherescout §10].
  func envelope(_ refusal: Refusal, requestID: String) -> JSON {
    if let details = refusal.details { return details }
    return ["detail": .string(refusal.message), "code": .string(refusal.code)]
  }

  /// - Throws: 401; every key that is not empty is good, unless it says that it is not.
  private func authenticate(_ call: Call) throws(Refusal) -> Credential {
    let challenge = [(name: HTTPField.Name.wwwAuthenticate, value: "Bearer")]
    guard let credential = call.credential else {
      throw Refusal(
        401, "not_authenticated", "send Authorization: Bearer <API key>", headers: challenge)
    }
    guard !credential.isRevoked, !credential.isExpired else {
      throw Refusal(401, "authentication_failed", "unknown API key", headers: challenge)
    }
    return credential
  }
}

extension Refusal {
  /// 400 of one parameter, as `{field: [messages]}` [contract spherescout §10].
  static func field(_ name: String, _ message: String) -> Refusal {
    Refusal(
      400, "invalid", message,
      details: .object(JSONObject([.init(name: name, value: [.string(message)])])))
  }

  static let noSuchObject = SphereScout.unknownPath
}
