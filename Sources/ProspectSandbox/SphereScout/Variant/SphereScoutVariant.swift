import HTTPTypes
import ProspectJSON

/// The other surface that the vendor's agent skill describes, on a host of its own [contract
/// spherescout §11].
///
/// Two of its paths differ from those of the main host by a trailing slash only, so it lies below a
/// prefix of its own. Account, contacts and credits are the same.
struct SphereScoutVariant: SandboxProvider {
  static let name = "spherescout_variant"
  static let prefix = "/variant/api"
  static let endpoints: [Endpoint<SphereScoutVariant>] = [
    Endpoint("locations.level1", .get, "/locations/level1", listRegions),
    Endpoint("locations.level2", .get, "/locations/level2", listCounties),
    Endpoint("locations.level3", .get, "/locations/level3", listCities),
    Endpoint("exports.start", .get, "/download-csv", startExport),
    Endpoint("exports.status", .get, "/download-status/:search_id", exportStatus),
    Endpoint("exports.link", .get, "/download-completed-csv/:search_id", exportLink),
  ]

  static let unknownPath = SphereScout.unknownPath
  static let badKey = SphereScout.badKey

  let ledger: Ledger

  var scout: SphereScout { SphereScout(ledger: ledger) }

  /// Paths end with a slash, and the header says `Token`.
  func perform(_ endpoint: Endpoint<Self>, _ call: Call) async throws(Refusal) -> Answer {
    guard call.path.hasSuffix("/") else { throw SphereScout.unknownPath }
    guard let credential = Credential(token: call.headers[.authorization]) else {
      throw Refusal(
        401, "not_authenticated", "send Authorization: Token <API key>",
        headers: [(.wwwAuthenticate, "Token")])
    }
    try scout.check(credential, at: call.now)
    try scout.checkRate(admit(credential.key, at: call.now))
    return try endpoint.handler(self)(call)
  }

  func envelope(_ refusal: Refusal, requestID: String) -> JSON {
    scout.envelope(refusal, requestID: requestID)
  }
}

extension Credential {
  /// The key of an `Authorization: Token` header; nil when there is none.
  fileprivate init?(token header: String?) {
    let words = header?.split(separator: " ", maxSplits: 1) ?? []
    guard words.count == 2, words[0].lowercased() == "token" else { return nil }
    self.init(authorization: "Bearer \(words[1])")
  }
}
