import HTTPTypes
import Hummingbird
import ProspectJSON

/// One request as the operations see it: received whole, its key not yet looked at.
struct Call: Sendable {
  let method: HTTPRequest.Method
  let path: String
  let headers: HTTPFields
  let query: Query
  let parameters: [String: String]
  let body: [UInt8]
  /// The body as JSON; nil when there is none or it is not one JSON document.
  let json: JSON?
  let requestID: String
  let now: Instant
  /// Scheme and authority by which the client reached the sandbox, for links in answers.
  let origin: String
  /// What goes wrong with it, as far as the operation has a part in it.
  var fate = CallFate()

  var credential: Credential? { Credential(authorization: headers[.authorization]) }

  /// The header that makes a write repeatable; nil when it is not sent.
  var idempotencyKey: String? { headers[.idempotencyKey] }

  /// A part of the path; empty when the route has no such part.
  func parameter(_ name: String) -> String { parameters[name] ?? "" }

  /// Whether the body says that it is JSON.
  var isJSON: Bool {
    (headers[.contentType] ?? "").lowercased().hasPrefix("application/json")
  }

  /// Equal for two bodies that are equal as JSON values; no body counts as an empty object.
  var fingerprint: UInt64 {
    if body.isEmpty { return Checksum.of("{}".utf8) }
    guard let json else { return Checksum.of(body) }
    return Checksum.of(json.sorted.encoded)
  }
}

extension HTTPField.Name {
  static var idempotencyKey: HTTPField.Name { .known("Idempotency-Key") }
  static var requestID: HTTPField.Name { .known("X-Request-Id") }

  /// A name that is known to be valid when it is written down.
  static func known(_ text: String) -> HTTPField.Name {
    guard let name = HTTPField.Name(text) else { preconditionFailure("invalid name \(text)") }
    return name
  }
}
