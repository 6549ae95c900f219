import HTTPTypes
import ProspectJSON

/// OpenProspect's external API [contract openprospect].
struct OpenProspect: SandboxProvider {
  static let name = "openprospect"
  static let prefix = "/api/v1"
  static let unknownPath = Refusal(404, "NOT_FOUND", "No such resource.")
  static let badKey = Refusal(
    401, "UNAUTHORIZED", "Send Authorization: Bearer lnc_live_… with an active key.")

  let ledger: Ledger

  var readings: OpenProspectReadings { ledger.configuration.readings.openProspect }

  func perform(_ endpoint: Endpoint<Self>, _ call: Call) async throws(Refusal) -> Answer {
    let credential = try authenticate(call)
    let reading = admit(credential.key, at: call.now)
    let headers = readings.sendsRateLimitHeaders ? reading.headers(prefix: "X-RateLimit") : []
    do throws(Refusal) {
      try refuse(reading)
      if readings.legacyIsGone, OpenProspect.legacy.contains(endpoint.name) {
        throw OpenProspect.unknownPath
      }
      try authorize(credential, endpoint)
      var answer = try endpoint.handler(self)(call)
      if readings.successIsAlwaysOK { answer.forgetHowItSucceeded() }
      answer.headers += headers
      return answer
    } catch {
      var refusal = error
      refusal.headers += headers
      throw refusal
    }
  }

  /// A flat object [contract openprospect §7]; for 429 perhaps the oldest one [§8].
  func envelope(_ refusal: Refusal, requestID: String) -> JSON {
    var body: JSONObject = ["code": .string(refusal.code), "message": .string(refusal.message)]
    if let details = refusal.details { body["details"] = details }
    guard refusal.status == 429, readings.rateLimitAnswerIsOldest else { return .object(body) }
    return [
      "error": .string(refusal.code), "message": .string(refusal.message),
      "retry_after": refusal.details?["retry_after"] ?? .null,
    ]
  }

  /// `GET /health` [contract openprospect §5.5].
  func health(_ call: Call) throws(Refusal) -> Answer {
    Answer(["service": "OpenProspect API", "status": "healthy"])
  }

  /// A refusal with 409; no code is documented [contract openprospect §11].
  func conflict(_ code: String, _ message: String) -> Refusal {
    Refusal(409, readings.conflictCodeIsGeneric ? "CONFLICT" : code, message)
  }

  /// Equal for bodies that count as the same under one idempotency key.
  func fingerprint(_ call: Call) -> UInt64 {
    readings.comparesRawBytes ? Checksum.of(call.body) : call.fingerprint
  }

  /// An idempotency key as the ledger knows it: keys of two API keys never meet.
  func boundKey(_ key: String, _ call: Call) -> String {
    "\(call.credential?.key ?? "") \(key)"
  }

  private func refuse(_ reading: RateWindow.Reading) throws(Refusal) {
    guard let seconds = reading.retryAfter else { return }
    throw Refusal(
      429, "RATE_LIMIT_EXCEEDED", "Too many calls in a short time.",
      details: ["retry_after": .integer(seconds)],
      headers: readings.rateLimitAnswerIsOldest ? [] : [(.retryAfter, String(seconds))])
  }
}

extension Answer {
  /// A success without a body.
  static let noContent = Answer(status: 204, headers: [], body: .bytes([]))

  /// 200 in place of 201 and 204.
  fileprivate mutating func forgetHowItSucceeded() {
    if status == 201 { status = 200 }
    if status == 204 { self = Answer([:]) }
  }
}
