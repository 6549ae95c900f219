internal import Logging
internal import ProspectAPI

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

  init(_ configuration: RuntimeConfiguration, pipeline: CallPipeline, logger: Logger) {
    isConsulted = configuration.checksRights
    self.logger = logger
    self.pipeline = pipeline
    loop = pipeline.loop
  }

  /// Why a call cannot be made; nil when it can, or when the provider does not tell.
  ///
  /// A provider that cannot be asked, because it is not there or refuses the key, would not serve the call either.
  ///
  /// - Parameter observer: hears of the question, if it has to be asked.
  func refusal(
    of operation: Operation, at provider: Provider, observer: CallObserver?
  ) async -> CallError? {
    guard isConsulted, !operation.isPublic, let identity = provider.identity,
      operation.name != identity.operation,
      !operation.scopes.isEmpty || operation.effect != .read
    else { return nil }
    switch await answer(of: provider, observer) {
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
    try await answer(of: provider, nil).get()
  }

  private func answer(of provider: Provider, _ observer: CallObserver?) async -> Answer {
    if let task = asked[provider.name] { return await task.value }
    let task = Task(executorPreference: loop) { await self.ask(provider, observer) }
    asked[provider.name] = task
    let answer = await task.value
    // Another time the network may be there again.
    if case .failure(let error) = answer, error.concernsEveryCall { asked[provider.name] = nil }
    return answer
  }

  private func ask(_ provider: Provider, _ observer: CallObserver?) async -> Answer {
    do throws(CallError) {
      let answer = try await IdentityQuestion.ask(
        provider, through: pipeline, observer: observer)
      return .success(answer?.rights ?? KeyRights())
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
