/// Where an endpoint may be: https anywhere, http on this machine [contract prospectb2b §9].
enum WebhookAddress {
  static func isValid(_ url: String) -> Bool {
    guard url.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }),
      let separator = url.firstRange(of: "://")
    else { return false }
    let authority = url[separator.upperBound...].prefix { !"/?#".contains($0) }
    guard !authority.contains("@"), let host = host(authority), !host.isEmpty else { return false }
    switch url[..<separator.lowerBound].lowercased() {
    case "https": return true
    case "http": return isLoopback(host.lowercased())
    default: return false
    }
  }

  /// The host of `host`, `host:port` or `[address]:port`; nil when the port is none.
  private static func host(_ authority: Substring) -> String? {
    var host = authority
    var port: Substring?
    if authority.hasPrefix("["), let end = authority.firstIndex(of: "]") {
      host = authority[...end]
      let rest = authority[authority.index(after: end)...]
      guard rest.isEmpty || rest.hasPrefix(":") else { return nil }
      port = rest.isEmpty ? nil : rest.dropFirst()
    } else if let colon = authority.firstIndex(of: ":") {
      host = authority[..<colon]
      port = authority[authority.index(after: colon)...]
    }
    if let port, UInt16(port) == nil { return nil }
    return String(host)
  }

  private static func isLoopback(_ host: String) -> Bool {
    if host == "localhost" || host == "[::1]" { return true }
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
  }
}
