/// A complete answer.
package struct TransportResponse: Sendable {
  package var status: Int
  package var headers: ResponseHeaders
  /// Empty after a download.
  package var body: [UInt8]
  /// The address that was really connected to, of the proxy where there is one.
  package var address: String?

  package init(status: Int, headers: ResponseHeaders, body: [UInt8], address: String? = nil) {
    self.status = status
    self.headers = headers
    self.body = body
    self.address = address
  }

  package var isSuccess: Bool { (200..<300).contains(status) }
}
