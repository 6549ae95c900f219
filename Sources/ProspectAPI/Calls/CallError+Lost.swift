extension CallError {
  /// The error of a request without an answer that no further attempt follows.
  init(_ error: TransportError, on route: CallRoute, effect: Effect, attempt: Int) {
    let kind = Self.kind(of: error, effect)
    self.init(
      kind: kind, message: route.redacted(error.message), provider: route.provider.name,
      operation: route.operation.name, attempts: attempt, isRetryable: error.isPassing,
      hint: Self.hint(for: error, kind: kind, on: route))
  }

  private static func kind(of error: TransportError, _ effect: Effect) -> Kind {
    if error.kind == .cancelled { return .cancelled }
    if !error.isUnsent, !effect.mayBeRepeated { return .unknownOutcome }
    return switch error.kind {
    case .timeout: .timeout
    case .tooLarge: .limit
    case .network: .grant
    default: .transport
    }
  }

  private static func hint(
    for error: TransportError, kind: Kind, on route: CallRoute
  ) -> String? {
    if kind == .unknownOutcome { return unknownHint(route) }
    let origin = route.provider.baseURL.origin
    return switch error.kind {
    case .resolve: "is \(origin.host) the right host, and is there a network?"
    case .connect: "nothing answers at \(origin.text); is \(addressName(route)) right?"
    case .security:
      "\(origin.text) does not speak TLS as it should; is \(addressName(route)) right?"
    case .untrusted:
      "SSL_CERT_FILE can name a file of certificates to trust, such as those of a company's proxy"
    case .crowded: "ask for smaller pages, or for fewer at once"
    case .network(.privateNetwork):
      "allow it with --private-host \(origin.host), or with `private_hosts` in prospect.yaml"
    default: nil
    }
  }

  private static func addressName(_ route: CallRoute) -> String {
    route.provider.isOpaque ? "the address" : "the base URL"
  }
}
