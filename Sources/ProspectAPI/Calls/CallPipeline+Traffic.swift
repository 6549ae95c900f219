extension CallPipeline {
  /// The gate for what is sent to a provider with that credential, or with none.
  func gate(to provider: Provider, with credential: Credential?) -> OriginGate {
    traffic.gate(
      to: provider.baseURL.origin, for: holder(of: credential, at: provider), clock: gateClock)
  }

  /// The gate for requests for tokens. It is remembered here, as nothing else lives as long as what the answers said.
  func gate(toLogInAt provider: Provider, as user: Secret) -> OriginGate {
    let gate = traffic.gate(
      to: provider.baseURL.origin, for: .entrant(provider: provider.name, user: user),
      clock: gateClock)
    loginGates[provider.name] = gate
    return gate
  }

  private func holder(of credential: Credential?, at provider: Provider) -> TrafficBook.Holder {
    let pipeline = TrafficBook.Holder.pipeline(ObjectIdentifier(self), provider: provider.name)
    guard let credential else { return provider.isOpaque ? pipeline : .everyone }
    switch accounts[provider.name] ?? .key {
    case .key: return .key(credential.secret)
    case .changingKey: return pipeline
    case .user(let user): return .login(provider: provider.name, user: user)
    }
  }
}
