/// The clock of a gate: what time it is, and a call at a time. Tests turn it by hand.
package struct GateClock: Sendable {
  package typealias Instant = ContinuousClock.Instant

  package let now: @Sendable () -> Instant
  /// Calls a function at a time, later than `schedule` returns; what it gives forgets the function.
  package let schedule:
    @Sendable (_ time: Instant, _ body: @escaping @Sendable () -> Void) -> @Sendable () -> Void

  package init(
    now: @escaping @Sendable () -> Instant,
    schedule:
      @escaping @Sendable (_ time: Instant, _ body: @escaping @Sendable () -> Void) ->
      @Sendable () -> Void
  ) {
    self.now = now
    self.schedule = schedule
  }

  /// Real time, with the timers of a loop.
  package init(_ loop: HostLoop) {
    now = { .now }
    schedule = { time, body in
      let timer = loop.schedule(at: time, body)
      return { timer.cancel() }
    }
  }
}
