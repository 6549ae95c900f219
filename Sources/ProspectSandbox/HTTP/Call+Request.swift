import HTTPTypes
import Hummingbird
import NIOCore
import ProspectJSON

extension Call {
  /// Bodies above this size are refused with 413.
  private static let largestBody = 8 * 1024 * 1024

  /// Receives the whole request and gives it an id and its moment.
  init(_ request: Request, _ context: SandboxContext, _ ledger: Ledger) async throws {
    method = request.method
    path = request.uri.path
    headers = request.headers
    query = Query(request.uri.query)
    var parameters: [String: String] = [:]
    for (name, value) in context.parameters {
      parameters[String(name)] = URLText.decoded(value, plusIsBlank: false)
    }
    self.parameters = parameters
    let buffer =
      request.method == .get
      ? ByteBuffer() : try await request.body.collect(upTo: Call.largestBody)
    body = Array(buffer.readableBytesView)
    // A body that does not parse is for the operation to refuse, in its provider's words.
    json = body.isEmpty ? nil : try? JSON.parse(body)
    requestID = ledger.nextRequestID()
    now = ledger.clock.now
    origin = "http://\(request.head.authority ?? ledger.configuration.host)"
  }
}
