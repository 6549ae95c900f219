/// Where an answer sends a request on to, within its origin only: a credential, a link and what a request tells belong to one
/// origin.
enum Redirect {
  /// As many in a row as the request allows; a URL longer than this is no redirect of an API.
  private static let longestURL = 8192

  /// The request to make instead; nil when the answer is what the caller gets.
  static func next(after response: TransportResponse, of request: TransportRequest)
    -> TransportRequest?
  {
    guard request.redirects > 0, ["GET", "HEAD"].contains(request.method),
      isRedirect(response.status),
      let origin = request.origin, let place = response.headers["location"],
      let target = target(of: place, from: request.target, at: origin)
    else { return nil }
    var next = request
    next.target = target
    next.redirects -= 1
    return next
  }

  private static func isRedirect(_ status: Int) -> Bool {
    switch status {
    case 301, 302, 303, 307, 308: true
    default: false
    }
  }

  /// Resolves a reference (RFC 3986 §5.2) to path and query at the same origin; nil when it leads elsewhere.
  static func target(of reference: String, from base: String, at origin: Origin) -> String? {
    guard reference.utf8.count <= longestURL, TransportRequest.isPlain(reference) else {
      return nil
    }
    let text = reference.prefix { $0 != "#" }
    guard !text.isEmpty else { return nil }
    if text.hasPrefix("//") {
      return target(of: (origin.isSecure ? "https:" : "http:") + text, from: base, at: origin)
    }
    if hasScheme(text) {
      guard Origin(url: String(text)) == origin else { return nil }
      return normal(text.drop { $0 != "/" }.dropFirst(2).drop { $0 != "/" && $0 != "?" })
    }
    let path = base.prefix { $0 != "?" }
    if text.hasPrefix("/") { return normal(text) }
    if text.hasPrefix("?") { return String(path) + text }
    guard let slash = path.lastIndex(of: "/") else { return nil }
    return normal(String(path[...slash]) + text)
  }

  private static func hasScheme(_ text: Substring) -> Bool {
    guard let end = text.firstIndex(where: { ":/?".contains($0) }) else { return false }
    return text[end] == ":"
  }

  /// Without dot segments (RFC 3986 §5.2.4), which a server would read as it likes.
  private static func normal(_ target: some StringProtocol) -> String {
    let path = target.prefix { $0 != "?" }
    let query = target.dropFirst(path.count)
    var segments: [Substring] = []
    let parts = String(path).split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    for (index, part) in parts.enumerated() {
      let isLast = index == parts.count - 1
      switch part {
      case "..":
        _ = segments.popLast()
        if isLast { segments.append("") }
      case ".": if isLast { segments.append("") }
      default: segments.append(part)
      }
    }
    return "/" + segments.joined(separator: "/") + query
  }
}
