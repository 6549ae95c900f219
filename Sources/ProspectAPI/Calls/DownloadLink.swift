/// A link to a file that a provider has made. It may lie at any origin, and it is a secret: whoever has it has the file.
struct DownloadLink: Sendable {
  let origin: Origin
  private let url: String

  /// - Throws: `CallError` when the link must not be followed; the link itself is not in its text.
  init(_ url: String, of provider: Provider) throws(CallError) {
    guard TransportRequest.isPlain(url), let origin = Origin(url: url) else {
      throw Self.refusal("the download link is no URL", .provider, provider)
    }
    // It could not be hidden; see there.
    guard url.utf8.count <= SecretRegister.longestGiven else {
      throw Self.refusal(
        "the download link is longer than \(SecretRegister.longestGiven) bytes", .provider, provider
      )
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
  ///
  /// - Parameter range: says which part is wanted.
  func request(
    _ provider: Provider, _ range: [(name: String, value: String)],
    _ deadline: ContinuousClock.Instant?
  ) -> TransportRequest {
    var request = TransportRequest(
      method: "GET", url: url, headers: HeaderList(Self.fields + range))
    request.deadline = deadline
    // A server out there must not point into the network here; one in it may.
    request.networks = provider.baseURL.origin.networks
    request.redirects = 5
    request.responseLimit = 64 << 10  // of an error answer; the file has no limit here
    return request
  }

  /// The file is wanted as it lies on the server, so that lengths and ranges count its own bytes.
  private static let fields = [(name: "Accept", value: "*/*"), ("Accept-Encoding", "identity")]

  private static func refusal(
    _ message: String, _ kind: CallError.Kind, _ provider: Provider
  ) -> CallError {
    CallError(kind: kind, message: message, provider: provider.name)
  }
}
