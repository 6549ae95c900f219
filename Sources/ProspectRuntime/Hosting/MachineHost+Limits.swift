internal import LuaBridge
internal import MachinePort
internal import ProspectAPI

extension MachineHost {
  /// How long a machine that was asked to stop may take to do so.
  static let grace = Duration.milliseconds(300)
  /// Processor time is not looked at more often than this.
  private static let finestSample = Duration.milliseconds(5)

  /// Begins to watch the limits of time.
  func armLimits() {
    timers.processorStart = seating?.seat.processorTime ?? .zero
    if let wall = limits.wall {
      let deadline = ContinuousClock.now.advanced(by: wall)
      timers.wallDeadline = deadline
      timers.wall = services.loop.schedule(at: deadline) {
        self.onLoop { $0.stop(.wallTime(wall)) }
      }
    }
    watchProcessor()
  }

  func disarmLimits() { timers.cancelAll() }

  /// Looks at the processor clock when the limit can have been reached at the earliest: processor time does not pass
  /// faster than time, as a machine has one thread.
  private func watchProcessor() {
    guard let limit = limits.cpu, let used = seating?.seat.processorTime else { return }
    let left = limit - (used - timers.processorStart)
    guard left > .zero else { return stop(.processorTime(limit)) }
    timers.processor = services.loop.schedule(after: max(left, Self.finestSample)) {
      self.onLoop { $0.watchProcessor() }
    }
  }

  /// Asks the machine to stop, and ends it when it does not.
  ///
  /// The first cause counts. `terminated` does not ask.
  func stop(_ cause: StopCause) {
    // A run that was stopped before anybody waits for its end is stopped when somebody does (`conclusion`).
    switch phase {
    case .created, .idle: stopCause = stopCause ?? cause
    case .busy, .over: break
    }
    guard case .busy = phase, let seating else { return }
    let isFirst = stopCause == nil
    stopCause = stopCause ?? cause
    guard cause != .terminated else { return endNow() }
    guard isFirst else { return }
    seating.control.interrupt(cause.reason)
    // A machine that waits for a reply does not look at the page.
    send(.interrupt)
    timers.grace = services.loop.schedule(after: Self.grace) { self.onLoop { $0.endNow() } }
  }

  /// Ends the machine without asking.
  private func endNow() {
    guard case .busy = phase, let stopCause else { return }
    conclude(.broken(killed(stopCause)))
  }

  /// What to say about a machine that did not stop by itself.
  func killed(_ cause: StopCause) -> RunFailure {
    var failure = cause.failure
    notePlace(in: &failure)
    return failure
  }

  /// Why a run or an evaluation failed, without secrets; nil when it did not.
  func failure(of conclusion: Conclusion) -> RunFailure? {
    cause(of: conclusion)?.redacted(by: services.secrets)
  }

  private func cause(of conclusion: Conclusion) -> RunFailure? {
    switch conclusion {
    case .broken(let failure): return failure
    case .outcome(.succeeded), .outcome(.incomplete), .outcome(.described): return nil
    case .outcome(.failed(let reported)):
      var failure = RunFailure(reported)
      if failure.kind == .memory { explainMemory(&failure) }
      guard let stopCause else { return failure }
      // The machine knows where it was stopped, the host knows why.
      var cause = stopCause.failure
      cause.file = failure.file
      cause.line = failure.line
      cause.traceback = failure.traceback
      return cause
    }
  }

  /// Lua's error says neither where nor how much: when there is no memory, there is none to say so.
  private func explainMemory(_ failure: inout RunFailure) {
    if failure.line == nil { notePlace(in: &failure) }
    failure.message = "the recipe's values need more than \(limits.memory.inByteWords) of memory"
    failure.hint =
      "keep fewer rows at a time (csv.rows and lists stream), or raise the limit memory"
  }
}
