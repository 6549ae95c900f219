internal import Synchronization

/// Hands each stop signal to whoever is responsible at the moment.
///
/// A signal that comes while nobody is responsible waits for the next one who is: Ctrl-C during
/// start-up is not lost.
package final class StopSignals: Sendable {
  package typealias Handler = @Sendable (StopSignal) -> Void

  private struct State {
    var handler: Handler?
    var waiting: [StopSignal] = []
  }

  private let state = Mutex(State())

  package init() {}

  /// Makes `handler` responsible from now on; nil leaves signals waiting.
  package func handle(_ handler: Handler?) {
    let waiting = state.withLock { state in
      state.handler = handler
      guard handler != nil else { return [StopSignal]() }
      defer { state.waiting = [] }
      return state.waiting
    }
    for signal in waiting { handler?(signal) }
  }

  /// Tells the responsible handler that `signal` has come.
  package func deliver(_ signal: StopSignal) {
    let handler = state.withLock { state in
      if state.handler == nil { state.waiting.append(signal) }
      return state.handler
    }
    handler?(signal)
  }
}
