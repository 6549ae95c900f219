import Synchronization

/// The one state that the three providers share, behind one lock.
///
/// Each request takes the lock for microseconds and holds it across no suspension, so an operation
/// happens whole or not at all.
final class Ledger: Sendable {
  let clock: SandboxClock
  let identifiers: Identifiers
  let directory: ContactDirectory
  let catalog: DeliveryCatalog
  let configuration: SandboxConfiguration
  /// When the world began.
  let start: Instant
  /// Credits that the account had at the start.
  let grantedCredits: Int
  private let state: Mutex<LedgerState>
  /// Rings when there may be something to send to a webhook endpoint.
  let bells: AsyncStream<Void>
  private let bell: AsyncStream<Void>.Continuation

  init(_ configuration: SandboxConfiguration) {
    self.configuration = configuration
    clock = configuration.clock
    identifiers = Identifiers(seed: configuration.seed)
    directory = ContactDirectory(count: configuration.contacts, seed: configuration.seed)
    let start = configuration.clock.now
    self.start = start
    catalog = DeliveryCatalog(directory: directory, start: start, identifiers: identifiers)
    grantedCredits = configuration.credits ?? max(10_000, 2 * configuration.contacts)
    state = Mutex(Ledger.newState(configuration, start: start))
    (bells, bell) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
  }

  private static func newState(_ configuration: SandboxConfiguration, start: Instant) -> LedgerState
  {
    let identifiers = Identifiers(seed: configuration.seed)
    let workflows = WorkflowBook(start: start, identifiers: identifiers)
    let workspace = Workspace(
      start: start, workflows: workflows, readings: configuration.readings.prospectB2B,
      identifiers: identifiers)
    var state = LedgerState(
      workflows: workflows, workspace: workspace,
      orders: OrderBook(start: start, identifiers: identifiers),
      blacklists: BlacklistBook(identifiers: identifiers))
    state.faults = FaultBook(seed: configuration.seed)
    state.faults.plan(configuration.faults)
    return state
  }

  /// Lets the world begin anew: nothing has happened, and the clock is where it began.
  func reset() {
    state.withLock { state in
      clock.rewind()
      state = Ledger.newState(configuration, start: start)
    }
  }

  /// Reads or changes the state; `body` must not wait for anything.
  ///
  /// What is due by now has happened before `body` sees the state.
  func with<Result, Failure: Error>(
    _ body: (inout LedgerState) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let outcome: Swift.Result<Result, Failure> = state.withLock { state in
      defer { if state.workspace.awaitsDelivery { bell.yield() } }
      state.settle(at: clock.now)
      do throws(Failure) { return .success(try body(&state)) } catch { return .failure(error) }
    }
    return try outcome.get()
  }

  /// A fresh id for one request.
  func nextRequestID() -> String {
    let number = with { state in
      state.requests += 1
      return state.requests
    }
    return "req_" + identifiers.token("request", number)
  }
}
