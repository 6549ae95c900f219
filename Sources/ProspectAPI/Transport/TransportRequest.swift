/// One HTTP request, complete: what is here is what is sent.
package struct TransportRequest: Sendable {
  package var method: String
  /// Absolute, percent-encoded, `http` or `https`.
  package var url: String
  /// Header fields, shared by many requests.
  package var headers: HeaderList
  /// One more header line for this request alone, `Name: value`.
  package var extraHeader: String?
  package var body: [UInt8]?
  /// When the exchange has to be over; nil: the limits of the transport alone count.
  package var deadline: ContinuousClock.Instant?
  /// Bytes of an answer's body above which the exchange fails.
  package var responseLimit = 64 << 20
  /// On a connection that no earlier request used: libcurl silently repeats a request when a reused one turns out dead.
  package var needsFreshConnection = false
  /// Whether the server may be this machine.
  package var allowsLoopback = false

  package init(method: String, url: String, headers: HeaderList, body: [UInt8]? = nil) {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
  }
}
