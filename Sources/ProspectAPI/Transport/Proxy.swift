/// A server through which requests go.
struct Proxy: Sendable, Equatable {
  /// Scheme, host and port.
  let url: String
  let username: Secret?
  let password: Secret?

  private static let schemes = ["http", "https", "socks4", "socks4a", "socks5", "socks5h"]

  /// Reads what the environment says: `[scheme://][user[:password]@]host[:port]`; nil when it is nothing like that.
  init?(_ text: String) {
    var rest = text[...]
    var scheme = "http"
    if let separator = Self.range(of: "://", in: rest) {
      scheme = rest[..<separator].lowercased()
      rest = rest[separator...].dropFirst(3)
    }
    guard Self.schemes.contains(scheme) else { return nil }
    var authority = rest.prefix { $0 != "/" }
    var user: [String?] = []
    // A password may hold the sign itself, the host cannot.
    if let at = authority.lastIndex(of: "@") {
      let parts = authority[..<at].split(
        separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      user = parts.map { PercentEncoding.decoded($0) }
      authority = authority[at...].dropFirst()
      guard !user.contains(nil) else { return nil }
    }
    guard Origin(scheme: "http:", authority: authority) != nil else { return nil }
    url = "\(scheme)://\(authority)"
    username = user.first.flatMap { $0 }.map { Secret($0) }
    password = user.count > 1 ? user[1].map { Secret($0) } : nil
  }

  private static func range(of wanted: String, in text: Substring) -> Substring.Index? {
    text.indices.first { text[$0...].hasPrefix(wanted) }
  }
}
