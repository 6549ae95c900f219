/// A link to a file that a provider has made. It may lie at any origin, and it is a secret: whoever has it has the file.
struct DownloadLink: Sendable {
  let url: String
  let origin: Origin

  /// - Throws: `CallError` when the link must not be followed; the link itself is not in its text.
  init(_ url: String, of provider: Provider) throws(CallError) {
    let isPlain = url.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }
    guard isPlain, let origin = Origin(url: url) else {
      throw Self.refusal("the download link is no URL", .provider, provider)
    }
    // A server out there must not point at what only this machine can reach.
    if origin.isLoopback, !provider.baseURL.origin.isLoopback {
      throw Self.refusal(
        "the download link points at this machine, \(provider.title) does not", .grant, provider)
    }
    guard origin.isSecure || origin.isLoopback else {
      throw Self.refusal("the download link is not https", .grant, provider)
    }
    self.url = url
    self.origin = origin
  }

  /// A GET of the file, without a credential: the link is one, and the origin is not the provider's.
  func request(_ provider: Provider, deadline: ContinuousClock.Instant?) -> TransportRequest {
    var request = TransportRequest(method: "GET", url: url, headers: Self.headers)
    request.deadline = deadline
    request.allowsLoopback = provider.baseURL.origin.isLoopback
    request.responseLimit = 64 << 10  // of an error answer; the file has no limit here
    return request
  }

  private static let headers = HeaderList([("Accept", "*/*")])

  private static func refusal(
    _ message: String, _ kind: CallError.Kind, _ provider: Provider
  ) -> CallError {
    CallError(kind: kind, message: message, provider: provider.name)
  }
}
