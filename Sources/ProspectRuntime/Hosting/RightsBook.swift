internal import Logging
internal import ProspectAPI

/// What the keys of a runtime may do, asked once for each key, before the first call that could be refused.
///
/// Lives on the host's loop, as the pipeline does.
actor RightsBook {
  nonisolated let loop: HostLoop
  nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

  /// What a provider said.
  struct Answer {
    let rights: Result<KeyRights, CallError>
    /// Of the credential that it was said about; nil when that is not known.
    let serial: UInt64?
  }

  /// Somebody who wants to know, as long as there is time.
  struct Waiter {
    let deadline: LoopTimer?
    let observer: CallObserver?
    let continuation: CheckedContinuation<Answer, Never>
  }

  private let isConsulted: Bool
  private let logger: Logger
  private let pipeline: CallPipeline
  private var answers: [String: Answer] = [:]
  /// By provider, as long as it is being asked.
  private var waiters: [String: [UInt64: Waiter]] = [:]
  private var lastWaiter: UInt64 = 0

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
  /// - Parameters:
  ///   - deadline: of the call.
  ///   - observer: hears of the question, if it has to be asked.
  func refusal(
    of operation: Operation, at provider: Provider, deadline: ContinuousClock.Instant?,
    observer: CallObserver?
  ) async -> CallError? {
    guard isConsulted, !operation.isPublic, let identity = provider.identity,
      operation.name != identity.operation,
      !operation.scopes.isEmpty || operation.effect != .read
    else { return nil }
    let answer = await answer(of: provider, deadline, observer)
    guard case .success(let rights) = answer.rights, rights.refusal(of: operation) != nil,
      await pipeline.credentialSerial(of: provider) != answer.serial
    else { return answer.refusal(of: operation) }
    // Another key is used by now, which may be allowed to do what the old one was not.
    if answers[provider.name]?.serial == answer.serial { answers[provider.name] = nil }
    return await self.answer(of: provider, deadline, observer).refusal(of: operation)
  }

  /// What a provider says about the key that is used for it; nothing is forbidden where its description names no
  /// operation to ask.
  ///
  /// - Throws: `CallError` when it cannot be asked or does not say; also for a missing credential.
  func rights(at provider: Provider) async throws(CallError) -> KeyRights {
    try await answer(of: provider, nil, nil).rights.get()
  }

  /// What is known, or what those learn who ask now: one question serves all.
  private func answer(
    of provider: Provider, _ deadline: ContinuousClock.Instant?, _ observer: CallObserver?
  ) async -> Answer {
    if let known = answers[provider.name] { return known }
    if waiters[provider.name] == nil {
      waiters[provider.name] = [:]
      // Nobody's child: who began it may be gone before it ends, and the others still wait.
      Task(executorPreference: loop) { await self.ended(await self.ask(provider), provider) }
    }
    lastWaiter += 1
    return await wait(lastWaiter, for: provider, deadline, observer)
  }

  private func wait(
    _ ticket: UInt64, for provider: Provider, _ deadline: ContinuousClock.Instant?,
    _ observer: CallObserver?
  ) async -> Answer {
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let timer = deadline.map { time in
          loop.schedule(at: time) { [weak self] in
            self?.assumeIsolated { $0.dismiss(ticket, provider, .lateForRights(provider)) }
          }
        }
        waiters[provider.name]?[ticket] = Waiter(
          deadline: timer, observer: observer, continuation: continuation)
        if Task.isCancelled { dismiss(ticket, provider, .cancelledForRights(provider)) }
      }
    } onCancel: {
      Task(executorPreference: loop) {
        await self.dismiss(ticket, provider, .cancelledForRights(provider))
      }
    }
  }

  private func dismiss(_ ticket: UInt64, _ provider: Provider, _ error: CallError) {
    waiters[provider.name]?.removeValue(forKey: ticket)?
      .resume(Answer(rights: .failure(error), serial: nil))
  }

  private func ended(_ answer: Answer, _ provider: Provider) {
    if answer.isLasting { answers[provider.name] = answer }
    for waiter in (waiters.removeValue(forKey: provider.name) ?? [:]).values {
      waiter.resume(answer)
    }
  }

  private func ask(_ provider: Provider) async -> Answer {
    let serial = await pipeline.credentialSerial(of: provider)
    let observer: CallObserver = { [weak self] event in
      self?.assumeIsolated { $0.tell(event, provider) }
    }
    let rights = await question(provider, observer)
    // The question may have found the credential. When it was renewed meanwhile, nobody knows which one is meant: then the
    // old one, so that it is asked again.
    let after = await pipeline.credentialSerial(of: provider)
    return Answer(rights: rights, serial: serial ?? after)
  }

  private func question(
    _ provider: Provider, _ observer: @escaping CallObserver
  ) async -> Result<KeyRights, CallError> {
    do throws(CallError) {
      let answer = try await IdentityQuestion.ask(
        provider, through: pipeline, deadline: .now.advanced(by: IdentityQuestion.patience),
        observer: observer)
      return .success(answer?.rights ?? KeyRights())
    } catch {
      logger.debug("what the key of \(provider.name) may do cannot be learned: \(error.message)")
      return .failure(error)
    }
  }

  /// Who has waited longest hears of the question.
  private func tell(_ event: CallEvent, _ provider: Provider) {
    waiters[provider.name]?.min { $0.key < $1.key }?.value.observer?(event)
  }
}

extension RightsBook.Waiter {
  fileprivate func resume(_ answer: RightsBook.Answer) {
    deadline?.cancel()
    continuation.resume(returning: answer)
  }
}
