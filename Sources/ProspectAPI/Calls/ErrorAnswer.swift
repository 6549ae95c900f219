internal import ProspectJSON

/// What an error answer says, read with the help of the provider's description.
struct ErrorAnswer {
  let status: Int
  /// The provider's own sentence; nil when there is none that a person can read.
  let message: String?
  let code: String?
  let requestID: String?
  let pacing: Pacing
  /// The body; nil when it is not JSON.
  let body: JSON?

  /// - Parameter now: the local clock in Unix seconds.
  init(_ response: TransportResponse, of provider: Provider, now: Double) {
    status = response.status
    let isReadable = response.body.count <= Self.longestBody
    let body = isReadable ? try? JSON.parse(response.body) : nil
    self.body = body
    message = body.map { Self.message(in: $0, provider.errors) } ?? Self.plainText(response)
    code = Self.firstText(in: body, provider.errors.code)
    requestID =
      response.headers[provider.requestIDHeader]
      ?? Self.firstText(in: body, provider.errors.requestID)
    let seconds = provider.retryAfter.lazy.compactMap { body?.at(path: $0)?.number }.first
    pacing = Pacing(
      status: status, header: { response.headers[$0] }, bodySeconds: seconds, now: now)
  }

  private static let longestBody = 1 << 20
  private static let longestText = 300

  private static func firstText(in body: JSON?, _ paths: [String]) -> String? {
    paths.lazy.compactMap { body?.at(path: $0)?.string }.first { !$0.isEmpty }
  }

  private static func message(in body: JSON, _ errors: ErrorEnvelope) -> String? {
    firstText(in: body, errors.message) ?? fieldProblems(in: body, errors)
  }

  /// Validation errors in the two forms that frameworks write: `{"detail": [{"loc": […], "msg": …}]}` and
  /// `{"field": ["…"]}`.
  private static func fieldProblems(in body: JSON, _ errors: ErrorEnvelope) -> String? {
    for path in errors.message {
      let problems = (body.at(path: path)?.array ?? []).compactMap { problem -> String? in
        guard let text = problem["msg"]?.string else { return nil }
        let place = (problem["loc"]?.array ?? []).compactMap {
          $0.string ?? $0.integer.map(String.init)
        }
        return place.isEmpty ? text : "\(place.joined(separator: ".")): \(text)"
      }
      if !problems.isEmpty { return cut(problems.joined(separator: "; ")) }
    }
    let problems = (body.object?.members ?? []).compactMap { member in
      member.value.array?.first?.string.map { "\(member.name): \($0)" }
    }
    return problems.isEmpty ? nil : cut(problems.joined(separator: "; "))
  }

  /// A short answer in plain text is a message; a page of HTML is not.
  private static func plainText(_ response: TransportResponse) -> String? {
    guard response.headers["content-type"]?.hasPrefix("text/plain") == true else { return nil }
    let text = String(decoding: response.body.prefix(longestText), as: UTF8.self).trimmingSpaces
    let line = text.split(whereSeparator: \.isNewline).first.map(String.init)
    return line.flatMap { $0.isEmpty ? nil : $0 }
  }

  private static func cut(_ text: String) -> String {
    text.count > longestText ? text.prefix(longestText) + "…" : text
  }
}
