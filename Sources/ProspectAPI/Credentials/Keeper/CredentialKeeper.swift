/// Keeps the credential of one provider, in memory only, and renews it once for all calls that need it.
actor CredentialKeeper {
  /// Asks the sources for a credential, or the provider for tokens.
  typealias Renewal =
    @Sendable (StateMachine.Work) async -> Result<StateMachine.Fruit, CallError>

  nonisolated let loop: HostLoop
  nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

  private struct Waiter {
    let deadline: LoopTimer?
    let continuation: CheckedContinuation<Result<Held, CallError>, Never>
  }

  private typealias Held = StateMachine.Held

  private let provider: Provider
  private let clock: @Sendable () -> Double
  private let renew: Renewal
  private var machine = StateMachine()
  private var waiters: [UInt64: Waiter] = [:]
  private var lastWaiter: UInt64 = 0

  /// - Parameters:
  ///   - clock: Unix seconds.
  ///   - renew: is called for one piece of work at a time, and never cancelled.
  init(
    of provider: Provider, loop: HostLoop, clock: @escaping @Sendable () -> Double,
    renew: @escaping Renewal
  ) {
    self.provider = provider
    self.loop = loop
    self.clock = clock
    self.renew = renew
  }

  /// The credential of the moment; waits while it is being renewed.
  func credential(
    deadline: ContinuousClock.Instant?
  ) async throws(CallError) -> Credential {
    lastWaiter += 1
    let ticket = lastWaiter
    let held: Held
    switch machine.want(ticket, now: clock()) {
    case .use(let ready): held = ready
    case .fail(let error): throw error
    case .wait: held = try await wait(ticket, deadline).get()
    case .begin(let work):
      begin(work)
      held = try await wait(ticket, deadline).get()
    }
    return credential(held)
  }

  /// The credential of the moment when nobody needs to wait for it; nil otherwise.
  func readyCredential() -> Credential? { machine.ready(now: clock).map(credential) }

  private func credential(_ held: Held) -> Credential {
    Credential(
      scheme: provider.authentication?.word ?? "Bearer", secret: held.secret,
      origin: provider.baseURL.origin, serial: held.serial, source: held.source,
      isToken: held.isToken)
  }

  /// The provider answered 401 to a call with the credential of that serial number.
  func refused(_ serial: UInt64) { machine.refused(serial) }

  /// Whoever began the work may be cancelled; the others still wait for it, so it is nobody's child.
  private func begin(_ work: StateMachine.Work) {
    Task(executorPreference: loop) { await self.ended(await self.renew(work)) }
  }

  private func ended(_ result: Result<StateMachine.Fruit, CallError>) {
    let sequel =
      switch result {
      case .success(let fruit): machine.succeeded(fruit)
      case .failure(let error): machine.failed(error)
      }
    switch sequel {
    case .begin(let work): begin(work)
    case .give(let held, let tickets): for ticket in tickets { answer(ticket, .success(held)) }
    case .fail(let error, let tickets): for ticket in tickets { answer(ticket, .failure(error)) }
    }
  }

  private func wait(
    _ ticket: UInt64, _ deadline: ContinuousClock.Instant?
  ) async -> Result<Held, CallError> {
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let timer = deadline.map { time in
          loop.schedule(at: time) { [weak self] in
            self?.assumeIsolated { $0.dismiss(ticket, $0.late) }
          }
        }
        waiters[ticket] = Waiter(deadline: timer, continuation: continuation)
        if Task.isCancelled { dismiss(ticket, cancelled) }
      }
    } onCancel: {
      loop.onThread { _ in self.assumeIsolated { $0.dismiss(ticket, $0.cancelled) } }
    }
  }

  private func dismiss(_ ticket: UInt64, _ error: CallError) {
    machine.leave(ticket)
    answer(ticket, .failure(error))
  }

  private func answer(_ ticket: UInt64, _ result: Result<Held, CallError>) {
    guard let waiter = waiters.removeValue(forKey: ticket) else { return }
    waiter.deadline?.cancel()
    waiter.continuation.resume(returning: result)
  }

  private var cancelled: CallError {
    CallError(kind: .cancelled, message: "the call was cancelled", provider: provider.name)
  }

  private var late: CallError {
    CallError(
      kind: .timeout,
      message: "the deadline of the call passed while its credential was looked for",
      provider: provider.name, isRetryable: true)
  }
}
