/// Where requests to one origin with one credential wait until they may be sent; shared by all tasks of all runs.
///
/// It belongs to no thread, as the loops of several runtimes may share it: entering and leaving take a lock, and whoever
/// waits goes on where it came from.
final class OriginGate: Sendable {
  private struct State {
    var machine: StateMachine
    var waiting: [UInt64: CheckedContinuation<Passage, Never>] = [:]
    var alarm: Alarm?

    /// The one who waits, unless somebody has been quicker.
    mutating func take(_ ticket: UInt64) -> CheckedContinuation<Passage, Never>? {
      waiting.removeValue(forKey: ticket)
    }
  }

  private struct Alarm {
    let time: ContinuousClock.Instant
    let cancel: @Sendable () -> Void
  }

  let clock: GateClock
  private let state: Locked<State>

  init(_ limits: TrafficLimits, clock: GateClock) {
    self.clock = clock
    state = Locked(State(machine: StateMachine(limits)))
  }

  /// Waits until a request may be sent. After `.free` the caller owes one `leave`.
  ///
  /// - Parameters:
  ///   - ticket: of an earlier pass of the same call, which so keeps its place.
  ///   - deadline: nobody waits for a time that lies behind it.
  ///   - notice: hears of the wait, when there is one.
  func enter(
    _ ticket: UInt64? = nil, deadline: ContinuousClock.Instant? = nil,
    notice: CallObserver? = nil
  ) async -> Passage {
    let began = clock.now()
    switch state.withLock({ $0.machine.arrive(ticket, deadline: deadline, now: began) }) {
    case .decided(let passage): return passage
    case .wait(let ticket, let obstacle):
      if let until = obstacle.until {
        notice?(.waiting(for: began.duration(to: until), reason: obstacle.reason.rawValue))
      }
      var passage = await wait(ticket, deadline)
      // The origin may have said something between the decision and this moment.
      while case .free(let pass) = passage, !holds(pass) { passage = await wait(ticket, deadline) }
      notice?(.waited(began.duration(to: clock.now())))
      return passage
    }
  }

  /// Says how a request ended, so that others may go.
  func leave(_ pass: Pass, _ ending: Ending = Ending()) -> BreakerChange? {
    let (ended, change) = state.withLock { state in
      let (sequel, change) = state.machine.left(pass, ending, now: clock.now())
      return (follow(sequel, &state), change)
    }
    for one in ended { one.resume() }
    return change
  }

  /// Takes what one repetition costs; nil when too many have failed.
  func takeRetry(isThrottled: Bool) -> Int? {
    state.withLock { $0.machine.takeRetry(isThrottled: isThrottled) }
  }

  /// False: the way was closed meanwhile, and the pass is given back.
  private func holds(_ pass: Pass) -> Bool {
    let ended = state.withLock { state in
      state.machine.revoke(pass, now: clock.now()).map { follow($0, &state) }
    }
    for one in ended ?? [] { one.resume() }
    return ended == nil
  }

  private func wait(_ ticket: UInt64, _ deadline: ContinuousClock.Instant?) async -> Passage {
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let ended = state.withLock { state in
          state.waiting[ticket] = continuation
          return follow(
            state.machine.enqueue(ticket, deadline: deadline, now: clock.now()), &state)
        }
        for one in ended { one.resume() }
        if Task.isCancelled { giveUp(ticket) }
      }
    } onCancel: {
      giveUp(ticket)
    }
  }

  private func giveUp(_ ticket: UInt64) {
    let waiter = state.withLock { state in
      guard state.machine.withdraw(ticket) else { return nil as Ended? }
      let ended = state.take(ticket).map { Ended(continuation: $0, passage: .cancelled) }
      clearAlarm(&state)
      return ended
    }
    waiter?.resume()
  }

  private func lookAgain() {
    let ended = state.withLock { state in
      state.alarm = nil
      return follow(state.machine.look(now: clock.now()), &state)
    }
    for one in ended { one.resume() }
  }

  /// One whose waiting has ended. Resumed when the lock is free again.
  private struct Ended {
    let continuation: CheckedContinuation<Passage, Never>
    let passage: Passage

    func resume() { continuation.resume(returning: passage) }
  }

  private func follow(_ sequel: StateMachine.Sequel, _ state: inout State) -> [Ended] {
    if let time = sequel.alarm { setAlarm(time, &state) }
    clearAlarm(&state)
    return sequel.decisions.compactMap { decision in
      state.take(decision.ticket).map { Ended(continuation: $0, passage: decision.passage) }
    }
  }

  /// One alarm is enough, for the earliest time: whoever looks then sets the next one.
  private func setAlarm(_ time: ContinuousClock.Instant, _ state: inout State) {
    if let alarm = state.alarm {
      if alarm.time <= time { return }
      alarm.cancel()
    }
    state.alarm = Alarm(
      time: time, cancel: clock.schedule(time) { [weak self] in self?.lookAgain() })
  }

  /// An alarm that nobody waits for would keep a loop alive.
  private func clearAlarm(_ state: inout State) {
    guard state.machine.isEmpty, let alarm = state.alarm else { return }
    alarm.cancel()
    state.alarm = nil
  }
}
