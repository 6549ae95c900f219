internal import ProspectRuntime
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Stops a run when signals or a broken pipe ask for it.
final class RunStopper: Sendable {
  private struct State {
    var run: Run?
    var policy = StopPolicy()
    var outputIsBroken = false
  }

  private let state = Mutex(State())

  /// From now on signals are meant for `run`.
  func watch(_ run: Run, presenter: Presenter, signals: StopSignals) {
    let isTooLate = state.withLock { state in
      state.run = run
      return state.outputIsBroken
    }
    if isTooLate { run.cancel() }
    signals.handle { signal in self.stop(for: signal, presenter: presenter) }
  }

  /// Nobody reads what the recipe prints: it need not go on.
  func outputIsBroken() {
    state.withLock { state in
      state.outputIsBroken = true
      return state.run
    }?.cancel()
  }

  /// The status of a run that ended by itself is its own; that of one which was stopped names the
  /// signal.
  func exitStatus(of result: RunResult) -> Int32 {
    let signal = state.withLock { $0.policy.first }
    guard let signal, result.exitCode != ExitStatus.success else { return result.exitCode }
    return signal.exitStatus
  }

  private func stop(for signal: StopSignal, presenter: Presenter) {
    let (step, first, run) = state.withLock { state in
      (state.policy.take(signal), state.policy.first, state.run)
    }
    switch step {
    case .gracefully:
      if signal == .interrupt { presenter.note("stopping; Ctrl-C again stops at once") }
      run?.cancel()
    case .atOnce:
      run?.terminate()
      presenter.eraseAtOnce()
      _exit((first ?? signal).exitStatus)
    }
  }
}
