import HTTPTypes
import Hummingbird
import NIOCore
import ProspectJSON

/// What an operation answers.
struct Answer: Sendable {
  enum Body: Sendable {
    case bytes([UInt8])
    case stream(ResponseBody)
  }

  var status: Int
  var headers: [(name: HTTPField.Name, value: String)]
  var body: Body
  /// Whether this was answered before and only repeated.
  var isReplay = false
  /// What is kept for a replay, when that is not the body itself: a secret is shown once.
  var storedBody: [UInt8]?

  /// A JSON answer of bytes that are encoded already.
  init(status: Int = 200, encoded: [UInt8]) {
    self.status = status
    headers = [(.contentType, "application/json")]
    body = .bytes(encoded)
  }

  init(status: Int = 200, _ json: JSON) {
    self.init(status: status, encoded: json.encoded)
  }

  init(status: Int, headers: [(name: HTTPField.Name, value: String)], body: Body) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// The answer as the server sends it.
  var response: Response {
    var fields = HTTPFields()
    for header in headers { fields[header.name] = header.value }
    let content: ResponseBody =
      switch body {
      case .bytes(let bytes): ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
      case .stream(let stream): stream
      }
    return Response(status: .init(code: status), headers: fields, body: content)
  }
}
