/// A complete answer.
package struct TransportResponse: Sendable {
  package var status: Int
  package var headers: ResponseHeaders
  /// Empty after a download.
  package var body: [UInt8]

  package init(status: Int, headers: ResponseHeaders, body: [UInt8]) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  package var isSuccess: Bool { (200..<300).contains(status) }
}
