/// Through which proxy requests go, as the environment says: `http_proxy`, `https_proxy`, `all_proxy`, `no_proxy`, with the
/// rules of curl.
package struct ProxySettings: Sendable {
  private struct Choice {
    let variable: String
    /// Nil when the text of the variable names no proxy.
    let proxy: Proxy?
  }

  private let secure: Choice?
  private let plain: Choice?
  private let exceptions: [Substring]

  package init(environment: [String: String] = [:]) {
    let choice = { (names: [String]) -> Choice? in
      let found = names.lazy.compactMap { name in
        environment[name].flatMap { $0.isEmpty ? nil : (name, $0) }
      }
      return found.first.map { Choice(variable: $0, proxy: Proxy($1)) }
    }
    let any = ["all_proxy", "ALL_PROXY"]
    secure = choice(["https_proxy", "HTTPS_PROXY"] + any)
    // Never HTTP_PROXY: a web server sets it to whatever a client's field `Proxy` says.
    plain = choice(["http_proxy"] + any)
    let text = environment["no_proxy"] ?? environment["NO_PROXY"] ?? ""
    exceptions = text.lowercased().split { $0 == "," || $0 == " " || $0 == "\t" }
  }

  /// Whether every request goes straight to its server.
  var isEmpty: Bool { secure == nil && plain == nil }

  /// The proxy for a server; nil when requests go straight to it.
  ///
  /// - Throws: when the environment names something that is none: going without it could leave a network that nobody was
  ///   to leave.
  func proxy(for origin: Origin) throws(TransportError) -> Proxy? {
    guard let choice = origin.isSecure ? secure : plain, !isException(origin) else { return nil }
    guard let proxy = choice.proxy else {
      throw TransportError(
        .invalid, "\(choice.variable) in the environment names no proxy", isUnsent: true)
    }
    return proxy
  }

  private func isException(_ origin: Origin) -> Bool {
    let host =
      origin.address ?? (origin.host.hasSuffix(".") ? origin.host.dropLast() : origin.host[...])
    return exceptions.contains { entry in
      entry == "*" || Self.matches(entry, host, port: origin.port, isName: origin.address == nil)
    }
  }

  /// `example.com` and `.example.com` mean the host and all below it; an address may be a block, `10.0.0.0/8`.
  private static func matches(
    _ entry: Substring, _ host: Substring, port: Int, isName: Bool
  ) -> Bool {
    if !isName, AddressBlock.contains(entry.drop { $0 == "[" }.prefix { $0 != "]" }, host) {
      return true
    }
    var domain = entry.drop { $0 == "." }
    if let colon = domain.lastIndex(of: ":"), let only = Int(domain[colon...].dropFirst()) {
      guard only == port else { return false }
      domain = domain[..<colon]
    }
    if domain.hasSuffix(".") { domain = domain.dropLast() }
    return !domain.isEmpty && (host == domain || (isName && host.hasSuffix(".\(domain)")))
  }
}
