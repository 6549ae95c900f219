/// Scheme, host and port of a URL (RFC 6454 §4).
package struct Origin: Sendable, Hashable {
  package let isSecure: Bool
  /// Lower case; an IPv6 address keeps its brackets.
  package let host: String
  package let port: Int

  /// `https://host` or `http://host:port`; the usual port is left out.
  package var text: String {
    let usual = isSecure ? 443 : 80
    return (isSecure ? "https://" : "http://") + host + (port == usual ? "" : ":\(port)")
  }

  /// Whether the host is this machine by its very name: localhost, 127.0.0.0/8, ::1.
  package var isLoopback: Bool {
    if host == "localhost" || host == "[::1]" { return true }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
  }

  /// The origin of an absolute URL; nil when it is none, or hides something before its host (`user@`, a backslash).
  package init?(url: String) {
    let parts = url.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count >= 3, parts[1].isEmpty else { return nil }
    // Without a path a query may follow the host directly.
    let authority = parts[2].prefix { $0 != "?" && $0 != "#" }
    self.init(scheme: parts[0], authority: authority)
  }

  init?(scheme: Substring, authority: Substring) {
    switch scheme.lowercased() {
    case "https:": isSecure = true
    case "http:": isSecure = false
    default: return nil
    }
    let lower = authority.lowercased()
    var host = Substring(lower)
    var port: Int? = isSecure ? 443 : 80
    let end = host.lastIndex(of: "]") ?? host.startIndex
    if let colon = host[end...].lastIndex(of: ":") {
      let digits = host[host.index(after: colon)...]
      port = digits.utf8.allSatisfy(\.isDigit) ? Int(digits) : nil
      host = host[..<colon]
    }
    guard let port, (1...65535).contains(port), Self.isHost(host) else { return nil }
    self.host = String(host)
    self.port = port
  }

  private static func isHost(_ host: Substring) -> Bool {
    if host.hasPrefix("["), host.hasSuffix("]") {
      return host.dropFirst().dropLast().utf8.allSatisfy {
        $0.isDigit || ($0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "f"))
          || $0 == UInt8(ascii: ":")
      }
    }
    return !host.isEmpty && !isObscureAddress(host)
      && host.utf8.allSatisfy {
        $0.isLetterOrDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
      }
  }

  /// Whether a host is an IPv4 address in a form that only some understand: 2130706433, 0x7f.1, 127.1. A name never ends in
  /// a number (URL Standard §3.5).
  private static func isObscureAddress(_ host: Substring) -> Bool {
    let labels = host.split(separator: ".")
    guard let last = labels.last else { return true }
    guard last.utf8.allSatisfy(\.isDigit) || last.hasPrefix("0x") else { return false }
    let isPlain = labels.allSatisfy { UInt8($0).map(String.init) == String($0) }
    return labels.count != 4 || !isPlain || host.hasSuffix(".")
  }
}
