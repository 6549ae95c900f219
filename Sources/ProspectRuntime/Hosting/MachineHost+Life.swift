internal import LuaBridge
internal import MachinePort
internal import ProspectAPI

extension MachineHost {
  /// Runs the recipe from start to end.
  func run() async -> RunResult {
    let failure = await runToEnd()
    leave(failure)
    return RunResult(
      status: failure.map { .failed($0) } ?? .succeeded, summary: meter.summary)
  }

  private func runToEnd() async -> RunFailure? {
    if let stopCause { return stopCause.failure }
    do throws(RuntimeError) {
      try open()
    } catch {
      return RunFailure(.internal, error.message)
    }
    armLimits()
    return failure(of: await conclusion())
  }

  /// Starts the machine and gives it its task.
  func open() throws(RuntimeError) {
    let seating = try Seating(executable: task.executable)
    self.seating = seating
    watches.append(services.loop.watch(seating.link.socket) { self.onLoop { $0.receive() } })
    if let descriptor = seating.seat.endDescriptor {
      watches.append(services.loop.watch(descriptor) { self.onLoop { $0.seatEnded() } })
    }
    phase = .idle
    send(.start(task.start(limits: limits)))
    flush()
  }

  /// Waits until the machine has ended what it does.
  func conclusion() async -> Conclusion {
    await withCheckedContinuation { continuation in
      if case .over(let failure) = phase {
        continuation.resume(
          returning: .broken(failure ?? RunFailure(.internal, "the machine has ended")))
      } else {
        phase = .busy(continuation)
        guard let cause = stopCause else { return }
        stopCause = nil
        stop(cause)
      }
    }
  }

  /// The machine has ended what it did, or will not.
  func conclude(_ conclusion: Conclusion) {
    disarmLimits()
    showRest()
    let waiter = phase
    if case .broken(let failure) = conclusion { leave(failure) } else { phase = .idle }
    if case .busy(let continuation) = waiter { continuation.resume(returning: conclusion) }
  }

  /// Ends the machine, if it still lives, and everything that was done for it.
  func leave(_ failure: RunFailure? = nil) {
    if case .over = phase { return }
    phase = .over(failure)
    disarmLimits()
    requests.cancelAll()
    meter.waitEnds()
    guard let seating else { return }
    watches.first?.cancel()
    seating.link.close()
    // Nothing that it still does matters to anyone, and killing is quicker than waiting for it to tidy up.
    seating.seat.endNow()
  }

  /// The process is gone.
  func seatEnded() {
    guard ending == nil, let found = seating?.seat.reap() else { return }
    ending = found
    watches.last?.cancel()
    if case .over = phase { return }
    // What it said before it went may still lie in the socket, which holds less than one `receive` takes.
    receive()
    giveUp(found)
  }

  /// The machine closed its side. A process follows at once, unless it means to stay.
  func linkEnded() {
    watches.first?.cancel()
    guard ending == nil, let seat = seating?.seat else { return }
    if seat.endDescriptor == nil { return giveUp(.returned) }
    timers.grace =
      timers.grace
      ?? services.loop.schedule(after: Self.grace) {
        self.onLoop { $0.seating?.seat.endNow() }
      }
  }

  /// Nothing will come from the machine any more.
  private func giveUp(_ ending: SeatEnding) {
    if case .over = phase { return }
    conclude(.broken(stopCause.map { killed($0) } ?? death(ending)))
  }

  private func death(_ ending: SeatEnding) -> RunFailure {
    var failure = RunFailure(death: ending)
    notePlace(in: &failure)
    return failure
  }

  /// Adds the line that the recipe was last seen at.
  func notePlace(in failure: inout RunFailure) {
    guard let control = seating?.control, control.lastLine > 0 else { return }
    let source = control.lastSource
    failure.file = source.hasPrefix("@") ? String(source.dropFirst()) : source
    failure.line = control.lastLine
  }
}
