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
  /// Credits that the account had at the start.
  let grantedCredits: Int
  private let state: Mutex<LedgerState>

  init(_ configuration: SandboxConfiguration) {
    self.configuration = configuration
    clock = configuration.clock
    identifiers = Identifiers(seed: configuration.seed)
    directory = ContactDirectory(count: configuration.contacts, seed: configuration.seed)
    let start = configuration.clock.now
    catalog = DeliveryCatalog(directory: directory, start: start, identifiers: identifiers)
    grantedCredits = configuration.credits ?? max(10_000, 2 * configuration.contacts)
    state = Mutex(
      LedgerState(
        workflows: WorkflowBook(start: start, identifiers: identifiers),
        orders: OrderBook(start: start, identifiers: identifiers),
        blacklists: BlacklistBook(identifiers: identifiers)))
  }

  /// Reads or changes the state; `body` must not wait for anything.
  func with<Result, Failure: Error>(
    _ body: (inout LedgerState) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let outcome: Swift.Result<Result, Failure> = state.withLock { state in
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
