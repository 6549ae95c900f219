internal import LuaBridge
internal import MachinePort

extension MachineHost {
  /// Whether another input can be evaluated.
  var isOpen: Bool {
    if case .over = phase { false } else { true }
  }

  /// Evaluates one input of a session.
  func evaluate(_ source: [UInt8]) async -> Evaluation {
    switch phase {
    case .idle: break
    case .over(let failure?): return .failed(failure)
    case .over(nil): return .failed(RunFailure(.usage, "the session is closed"))
    case .created, .busy:
      return .failed(RunFailure(.usage, "the session still evaluates another input"))
    }
    // Cancelled before it began: then nobody will ask the machine to stop.
    if Task.isCancelled { return .failed(StopCause.cancelled.failure) }
    stopCause = nil
    // An interrupt that came too late for the last input is not for this one.
    seating?.control.clear()
    armLimits()
    send(.evaluate(source: source))
    let conclusion = await conclusion()
    if case .outcome(.incomplete) = conclusion { return .incomplete }
    return failure(of: conclusion).map { .failed($0) } ?? .done
  }

  /// Ends a session.
  func close() {
    stop(.terminated)
    leave()
  }
}
