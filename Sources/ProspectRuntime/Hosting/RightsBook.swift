internal import Logging
internal import ProspectAPI
internal import ProspectJSON

/// What the keys of a runtime may do, asked once for each provider, before the first call that could be refused.
///
/// Lives on the host's loop, as the pipeline does.
actor RightsBook {
  private typealias Answer = Result<KeyRights, CallError>

  nonisolated let loop: HostLoop
  nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

  private let isConsulted: Bool
  private let logger: Logger
  private let pipeline: CallPipeline
  private var asked: [String: Task<Answer, Never>] = [:]

  init(_ configuration: RuntimeConfiguration, pipeline: CallPipeline) {
    isConsulted = configuration.checksRights
    logger = configuration.logger
    self.pipeline = pipeline
    loop = pipeline.loop
  }

  /// Why a call cannot be made; nil when it can, or when the provider does not tell.
  ///
  /// A provider that cannot be asked, because it is not there or refuses the key, would not serve the call either.
  func refusal(of operation: Operation, at provider: Provider) async -> CallError? {
    guard isConsulted, !operation.isPublic, let identity = provider.identity,
      operation.name != identity.operation,
      !operation.scopes.isEmpty || operation.effect != .read
    else { return nil }
    switch await answer(of: provider, identity) {
    case .success(let rights): return rights.refusal(of: operation)
    case .failure(var error):
      guard error.concernsEveryCall else { return nil }
      error.operation = operation.name
      return error
    }
  }

  /// What a provider says about the key that is used for it; nothing is forbidden where its description names no
  /// operation to ask.
  ///
  /// - Throws: `CallError` when it cannot be asked or does not say; also for a missing credential.
  func rights(at provider: Provider) async throws(CallError) -> KeyRights {
    guard let identity = provider.identity else { return KeyRights() }
    return try await answer(of: provider, identity).get()
  }

  private func answer(of provider: Provider, _ identity: Identity) async -> Answer {
    if let task = asked[provider.name] { return await task.value }
    let task = Task(executorPreference: loop) { await self.ask(provider, identity) }
    asked[provider.name] = task
    let answer = await task.value
    // Another time the network may be there again.
    if case .failure(let error) = answer, error.concernsEveryCall { asked[provider.name] = nil }
    return answer
  }

  private func ask(_ provider: Provider, _ identity: Identity) async -> Answer {
    let parser = JSONParser()
    do throws(CallError) {
      guard let operation = provider.operations[identity.operation] else {
        throw CallError(
          kind: .usage, message: "there is no operation \(identity.operation)",
          provider: provider.name)
      }
      let call = try operation.prepare(Array("{}".utf8), parser: parser)
      let response = try await pipeline.send(call, to: provider)
      return .success(KeyRights(try parser.answer(response, to: operation), identity))
    } catch {
      logger.debug("what the key of \(provider.name) may do cannot be learned: \(error.message)")
      return .failure(error)
    }
  }
}

extension CallError {
  /// Whether what went wrong lies before the operation: the network, the key, or the patience of the provider.
  fileprivate var concernsEveryCall: Bool {
    switch kind {
    case .transport, .timeout, .credential, .suspended, .cancelled: true
    default: false
    }
  }
}

extension JSONParser {
  /// The result in an answer.
  fileprivate func answer(
    _ response: CallResponse, to operation: Operation
  ) throws(CallError) -> JSON {
    do {
      return operation.payload(of: try parse(response.body))
    } catch {
      throw CallError(
        kind: .provider, message: "the answer cannot be read: \(error)",
        provider: operation.provider, operation: operation.name, status: response.status,
        requestID: response.requestID, attempts: response.attempts)
    }
  }
}
