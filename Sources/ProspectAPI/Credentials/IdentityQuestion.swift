internal import ProspectJSON

/// Asks a provider what a credential may do.
package enum IdentityQuestion {
  /// What the provider said.
  package struct Answer: Sendable, Equatable {
    package var rights: KeyRights
    /// When the credential ends, in Unix seconds; nil when the provider does not tell, or it never does.
    package var expiry: Double?
  }

  /// Asking is a courtesy: nobody waits longer for it.
  package static let patience = Duration.seconds(30)

  /// Asks about a credential that no pipeline has yet: before it is stored, or to tell of it.
  ///
  /// - Parameters:
  ///   - secrets: are sent to the provider's origin and nowhere else.
  ///   - register: gets to know them first.
  ///   - network: how requests find their way.
  /// - Returns: nil when the provider has no operation that tells, so nothing was sent.
  /// - Throws: `CallError`; of kind `credential` when the provider refuses the credential.
  package static func ask(
    _ provider: Provider, with secrets: CredentialSecrets, register: SecretRegister,
    network: TransportSettings
  ) async throws(CallError) -> Answer? {
    let loop = try makeLoop(provider)
    defer { loop.shutdown() }
    return try await ask(
      provider, through: pipeline(loop, secrets, register, network),
      deadline: .now.advanced(by: patience))
  }

  /// Asks about the credential that calls through `pipeline` carry.
  ///
  /// - Parameter observer: hears of attempts and waits.
  /// - Returns: nil when the provider has no operation that tells, so nothing was sent.
  /// - Throws: `CallError`; of kind `credential` also when there is none.
  package static func ask(
    _ provider: Provider, through pipeline: CallPipeline,
    deadline: ContinuousClock.Instant? = nil, observer: CallObserver? = nil
  ) async throws(CallError) -> Answer? {
    guard let identity = provider.identity, let operation = provider.operations[identity.operation]
    else { return nil }
    let call = try operation.prepare(Array("{}".utf8), parser: JSONParser())
    let response = try await pipeline.send(
      call, to: provider, deadline: deadline, observer: observer)
    return try answer(response, operation, identity, provider)
  }

  private static func makeLoop(_ provider: Provider) throws(CallError) -> HostLoop {
    do {
      return try HostLoop()
    } catch {
      throw CallError(kind: .transport, message: "\(error)", provider: provider.name)
    }
  }

  private static func pipeline(
    _ loop: HostLoop, _ secrets: CredentialSecrets, _ register: SecretRegister,
    _ network: TransportSettings
  ) -> CallPipeline {
    var settings = CredentialSettings(environment: [:])
    settings.giver = { _ in GivenCredential(secrets: secrets) }
    return CallPipeline(
      loop: loop, transport: CurlTransport(loop: loop, settings: network),
      credentials: CredentialStore(settings), secrets: register)
  }

  private static func answer(
    _ response: CallResponse, _ operation: Operation, _ identity: Identity, _ provider: Provider
  ) throws(CallError) -> Answer {
    guard let body = try? JSON.parse(response.body) else {
      throw CallError(
        kind: .provider, message: "the answer is no JSON", provider: provider.name,
        operation: operation.name, status: response.status, requestID: response.requestID)
    }
    let result = operation.result.flatMap { body.at(path: $0) } ?? body
    if identity.valid.lazy.compactMap({ result.at(path: $0)?.bool }).first == false {
      throw CallError(
        kind: .credential, message: "\(provider.title) says that the credential is not valid",
        provider: provider.name, operation: operation.name, status: response.status,
        requestID: response.requestID)
    }
    let end = identity.expires.lazy.compactMap { result.at(path: $0) }.first
    return Answer(
      rights: KeyRights(result, identity),
      expiry: end.flatMap { $0.number ?? $0.string.flatMap(Instant.seconds) })
  }
}
