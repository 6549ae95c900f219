internal import Synchronization

/// What other threads bring to the loop, and what they must know about its thread.
///
/// The loop's thread says that it is about to sleep *under the same lock* under which it saw an empty inbox. So whoever
/// adds the first item afterwards knows that it must wake the thread, and nobody else pays for a wake-up.
final class LoopInbox: Sendable {
  private struct State {
    var items: [LoopItem] = []
    var isAsleep = false
    var isShutDown = false
    var hasThread = false
  }

  /// What the one who added an item has to do.
  enum Consequence {
    case none
    case wake
    case startThread
  }

  private let state = Locked(State())
  private let identity = Atomic<UInt>(0)

  /// The identity of the loop's thread; 0 while it has none.
  var thread: UInt {
    get { identity.load(ordering: .relaxed) }
    set { identity.store(newValue, ordering: .relaxed) }
  }

  func add(_ item: sending LoopItem) -> Consequence {
    state.withLock { state in
      state.items.append(item)
      guard state.hasThread else {
        state.hasThread = true
        return .startThread
      }
      guard state.isAsleep else { return .none }
      state.isAsleep = false
      return .wake
    }
  }

  /// Moves everything that has come to the end of `items`.
  func drain(into items: inout [LoopItem]) {
    let came = state.withLock { state in
      state.isAsleep = false
      guard !state.items.isEmpty else { return [LoopItem]() }
      let came = state.items
      state.items = []
      return came
    }
    items.append(contentsOf: came)
  }

  /// Marks the thread as asleep. False: something has come, or the thread may end; do not sleep.
  func fallAsleep(unlessShutDown isIdle: Bool) -> Bool {
    state.withLock { state in
      state.isAsleep = state.items.isEmpty && !(isIdle && state.isShutDown)
      return state.isAsleep
    }
  }

  /// Claims the right to start the thread. False: somebody has.
  func claimThread() -> Bool {
    state.withLock { state in
      defer { state.hasThread = true }
      return !state.hasThread
    }
  }

  var isShutDown: Bool { state.withLock { $0.isShutDown } }

  /// Says that the thread ends. False: it must go on, because it was not shut down or something has come.
  func endThread() -> Bool {
    state.withLock { state in
      guard state.isShutDown, state.items.isEmpty else { return false }
      state.hasThread = false
      return true
    }
  }

  /// True when the thread has to be woken to notice.
  func shutDown() -> Bool {
    state.withLock { state in
      state.isShutDown = true
      defer { state.isAsleep = false }
      return state.isAsleep
    }
  }
}
