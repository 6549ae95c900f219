@testable import ProspectAPI

/// Time that stands still while anybody has something to do, and then jumps to the next alarm. So a storm of half an hour
/// takes a second, and a busy machine changes nothing.
final class VirtualClock: Sendable {
  private struct Alarm {
    let id: UInt64
    let time: ContinuousClock.Instant
    let body: @Sendable () -> Void
  }

  private struct State {
    var now: ContinuousClock.Instant
    var alarms: [Alarm] = []
    var lastAlarm: UInt64 = 0
    var requests = 0
    var isTurning = false
  }

  private let loop: HostLoop
  private let start = ContinuousClock.now
  private let state: Locked<State>

  /// How often the loop's other jobs come first before everybody counts as waiting.
  private static let patience = 32

  init(_ loop: HostLoop) {
    self.loop = loop
    state = Locked(State(now: start))
  }

  /// Since the beginning.
  var elapsed: Duration { start.duration(to: state.withLock { $0.now }) }

  var gateClock: GateClock {
    GateClock(now: { self.state.withLock { $0.now } }, schedule: schedule)
  }

  /// Time that a request takes.
  func pass(_ time: Duration) { state.withLock { $0.now += time } }

  func requestBegins() { state.withLock { $0.requests += 1 } }

  func requestEnds() {
    state.withLock { $0.requests -= 1 }
    turn()
  }

  @Sendable private func schedule(
    _ time: ContinuousClock.Instant, _ body: @escaping @Sendable () -> Void
  ) -> @Sendable () -> Void {
    let id = state.withLock { state in
      state.lastAlarm += 1
      state.alarms.append(Alarm(id: state.lastAlarm, time: time, body: body))
      return state.lastAlarm
    }
    turn()
    return { self.state.withLock { $0.alarms.removeAll { $0.id == id } } }
  }

  /// Turns the clock when all tasks wait: when the loop has nothing else to do and no request is under way.
  private func turn() {
    let isFirst = state.withLock { state in
      defer { state.isTurning = true }
      return !state.isTurning
    }
    if isFirst { hesitate(Self.patience) }
  }

  private func hesitate(_ left: Int) {
    loop.execute { if left > 0 { self.hesitate(left - 1) } else { self.jump() } }
  }

  private func jump() {
    let due = state.withLock { state in
      state.isTurning = false
      guard let next = state.alarms.min(by: { $0.time < $1.time }),
        state.requests == 0 || next.time <= state.now
      else { return nil as Alarm? }
      state.alarms.removeAll { $0.id == next.id }
      state.now = max(state.now, next.time)
      return next
    }
    guard let due else { return }
    due.body()
    turn()
  }
}
