/// Where a provider is reached: an origin and a path below which its operations lie.
package struct BaseURL: Sendable, Equatable {
  /// Scheme, host and port: what a credential is bound to (RFC 6454 §4).
  package let origin: Origin
  /// The path without a final slash; empty for the root.
  package let path: String

  /// The URL without a final slash.
  package var text: String { origin.text + path }

  /// The base URL to use: the override where there is one.
  static func effective(
    described: String, override: String?
  ) throws(DescriptionError) -> BaseURL {
    let base = try BaseURL(described, place: "base_url")
    guard let override else { return base }
    let chosen = try BaseURL(override, place: "the base URL given instead of \(described)")
    // One without a path keeps the described path; "/" is a path, the root.
    let hasPath = override.split(separator: "/", omittingEmptySubsequences: false).count > 3
    return hasPath ? chosen : BaseURL(origin: chosen.origin, path: base.path)
  }

  init(origin: Origin, path: String) {
    self.origin = origin
    self.path = path
  }

  init(_ text: String, place: String) throws(DescriptionError) {
    let parts = text.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count >= 3, parts[1].isEmpty,
      let origin = Origin(scheme: parts[0], authority: parts[2])
    else {
      throw DescriptionError(
        path: place, problem: "\"\(text)\" is no URL such as https://api.example.com/v1")
    }
    guard origin.isSecure || origin.isLoopback else {
      throw DescriptionError(
        path: place, problem: "\"\(text)\" must begin with https:// (http is for this machine only)"
      )
    }
    let path = parts.count == 4 ? "/" + parts[3] : ""
    guard path.utf8.allSatisfy({ $0.isLetterOrDigit || "/-_.~".utf8.contains($0) }),
      !path.contains("//"), !path.split(separator: "/").contains(where: { $0 == "." || $0 == ".." })
    else {
      throw DescriptionError(path: place, problem: "\"\(text)\" has a path that is not plain")
    }
    self.init(origin: origin, path: path.hasSuffix("/") ? String(path.dropLast()) : path)
  }
}
