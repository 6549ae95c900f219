/// One execution of a recipe that was started. It goes on when nobody refers to it any more.
public final class Run: Sendable {
  /// Names the run in logs and idempotency keys: 32 hexadecimal digits.
  public let id: String
  private let host: MachineHost
  private let work: Task<RunResult, Never>

  init(_ id: String, _ host: MachineHost, work: Task<RunResult, Never>) {
    self.id = id
    self.host = host
    self.work = work
  }

  /// Waits for the end of the run; any number of callers may, at any time.
  ///
  /// Cancelling the waiting task does not cancel the run.
  public func result() async -> RunResult { await work.value }

  /// Asks the recipe to stop: whatever it waits for is given up, its `<close>` variables run, and 0.3 s later it is
  /// killed if it has not listened. The result is a failure of kind `cancelled`, unless the recipe had just ended.
  public func cancel() { host.onLoop { $0.stop(.cancelled) } }

  /// Ends the recipe at once. The result is a failure of kind `terminated`, or `cancelled` after `cancel()`.
  public func terminate() { host.onLoop { $0.stop(.terminated) } }
}
