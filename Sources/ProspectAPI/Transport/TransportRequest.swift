/// One HTTP request, complete: what is here is what is sent.
package struct TransportRequest: Sendable {
  package var method: String
  /// Where it goes; nil when it was made from a text that is no URL.
  package let origin: Origin?
  /// Path and query, percent-encoded; begins with a slash, so that nothing in it can be read as part of the host.
  package var target: String
  /// Header fields, shared by many requests.
  package var headers: HeaderList
  /// One more header line for this request alone, `Name: value`.
  package var extraHeader: String?
  package var body: [UInt8]?
  /// When the exchange has to be over; nil: the limits of the transport alone count.
  package var deadline: ContinuousClock.Instant?
  /// Bytes of an answer's body, unpacked, above which the exchange fails.
  package var responseLimit = 64 << 20
  /// On a connection that no earlier request used: libcurl silently repeats a request when a reused one turns out dead.
  package var needsFreshConnection = false
  /// Where the server may be, beside the internet.
  package var networks: Networks = []
  /// How many redirects within the origin may be followed; only a GET or HEAD follows any.
  package var redirects = 0

  /// - Parameter target: path and query; the root is put in front when it does not begin with a slash.
  package init(
    method: String, origin: Origin, target: String, headers: HeaderList, body: [UInt8]? = nil
  ) {
    self.method = method
    self.origin = origin
    self.target = target.utf8.first == UInt8(ascii: "/") ? target : "/" + target
    self.headers = headers
    self.body = body
  }

  /// - Parameter url: absolute, percent-encoded, `http` or `https`. What is no such URL fails when it is sent.
  package init(method: String, url: String, headers: HeaderList, body: [UInt8]? = nil) {
    self.method = method
    origin = Self.isPlain(url) ? Origin(url: url) : nil
    let rest = url.drop { $0 != "/" }.dropFirst(2).drop { $0 != "/" && $0 != "?" }
    target = rest.first == "/" ? String(rest) : "/" + rest
    self.headers = headers
    self.body = body
  }

  /// Whether the server may be this machine.
  package var allowsLoopback: Bool {
    get { networks.contains(.thisMachine) }
    set { if newValue { networks.insert(.thisMachine) } else { networks.remove(.thisMachine) } }
  }

  /// Whether a text has only characters that a URL may have: no space, no control character, no backslash, which some
  /// take for a slash (RFC 3986 §2).
  package static func isPlain(_ url: String) -> Bool {
    url.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }
  }
}
