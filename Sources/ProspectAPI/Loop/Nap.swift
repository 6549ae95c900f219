/// One sleep of a task: ends once, by its timer or by cancellation, whichever comes first.
final class Nap: Sendable {
  private struct State {
    var continuation: CheckedContinuation<Void, Never>?
    var timer: LoopTimer?
    var isOver = false
    var wasCancelled = false
  }

  private let state = Locked(State())

  /// True when it ended because its task was cancelled.
  var wasCancelled: Bool { state.withLock { $0.wasCancelled } }

  /// False: it was cancelled before it began, and the task goes on at once.
  func begin(_ continuation: CheckedContinuation<Void, Never>) -> Bool {
    let isOver = state.withLock { state in
      if !state.isOver { state.continuation = continuation }
      return state.isOver
    }
    if isOver { continuation.resume() }
    return !isOver
  }

  func keep(_ timer: LoopTimer) {
    let isOver = state.withLock { state in
      state.timer = timer
      return state.isOver
    }
    if isOver { timer.cancel() }
  }

  func end(cancelled: Bool = false) {
    let ended = state.withLock { state -> State? in
      guard !state.isOver else { return nil }
      let ended = state
      state = State(isOver: true, wasCancelled: cancelled)
      return ended
    }
    if cancelled { ended?.timer?.cancel() }
    ended?.continuation?.resume()
  }
}
