import Testing

@testable import ProspectAPI

@Suite("CircuitBreaker")
struct CircuitBreakerTests {
  let start = ContinuousClock.now
  var breaker = CircuitBreaker(TrafficLimits())

  func time(_ seconds: Double) -> ContinuousClock.Instant { start + .seconds(seconds) }

  @discardableResult
  mutating func end(
    _ finding: CircuitBreaker.Finding, probe: Bool = false, at seconds: Double = 0
  ) -> BreakerChange? {
    breaker.ended(finding, isProbe: probe, now: time(seconds))
  }

  mutating func open() { for _ in 0..<5 { end(.failed) } }

  /// Sends the probe that is due, and ends it.
  mutating func probe(_ finding: CircuitBreaker.Finding, at seconds: Double) -> BreakerChange? {
    #expect(breaker.admission(now: time(seconds)) == .probe)
    breaker.sendProbe()
    return end(finding, probe: true, at: seconds)
  }

  @Test("five failures in a row open it, four do not")
  mutating func inRow() {
    for _ in 0..<4 { #expect(end(.failed) == nil) }
    end(.well)
    for _ in 0..<4 { #expect(end(.failed) == nil) }
    end(.nothing)
    #expect(breaker.admission(now: start) == .go)
    #expect(end(.failed) == .opened(for: .seconds(5)))
    #expect(breaker.admission(now: start) == .wait(until: time(5)))
  }

  @Test("half of twenty in a minute open it, also when they alternate")
  mutating func half() {
    for _ in 0..<9 {
      #expect(end(.failed) == nil)
      #expect(end(.well) == nil)
    }
    #expect(end(.well) == nil)
    #expect(end(.failed, at: 60) == .opened(for: .seconds(5)))
  }

  @Test("half of twenty in more than a minute do not, and fewer than half never")
  mutating func notHalf() {
    for round in 0..<60 {
      #expect(end(round % 2 == 0 ? .failed : .well, at: Double(round) * 4) == nil)
    }
    for round in 0..<300 { #expect(end(round % 7 < 3 ? .failed : .well, at: 500) == nil) }
  }

  @Test("when it has rested one request probes, and nobody else goes until that has ended")
  mutating func oneProbe() {
    open()
    #expect(breaker.admission(now: time(4.999)) == .wait(until: time(5)))
    #expect(breaker.admission(now: time(5)) == .probe)
    breaker.sendProbe()
    #expect(breaker.admission(now: time(500)) == .wait(until: nil))
    #expect(end(.well, at: 500) == nil, "not the probe, but one that was under way")
    #expect(breaker.admission(now: time(500)) == .wait(until: nil))
    #expect(end(.well, probe: true, at: 501) == .closed)
    #expect(breaker.admission(now: time(501)) == .go)
  }

  @Test("a failed probe doubles the rest, up to a minute; after two of them calls are refused")
  mutating func failedProbes() {
    open()
    var now = 5.0
    for (index, rest) in [10.0, 20, 40, 60, 60].enumerated() {
      #expect(probe(.failed, at: now) == .opened(for: .seconds(rest)))
      let until = time(now + rest)
      #expect(
        breaker.admission(now: time(now))
          == (index == 0 ? .wait(until: until) : .refuse(until: until))
      )
      now += rest
    }
    #expect(probe(.well, at: now) == .closed)
    open()
    #expect(breaker.admission(now: start) == .wait(until: time(5)), "the rest is short again")
  }

  @Test("a probe that was cancelled is followed by another at once")
  mutating func cancelledProbe() {
    open()
    #expect(probe(.nothing, at: 7) == nil)
    #expect(breaker.admission(now: time(7)) == .probe)
  }

  @Test("what was sent before it opened changes nothing")
  mutating func stragglers() {
    open()
    #expect(end(.well) == nil)
    #expect(end(.failed, at: 4) == nil)
    #expect(breaker.admission(now: time(4)) == .wait(until: time(5)))
  }
}

@Suite("RetryQuota")
struct RetryQuotaTests {
  @Test(
    "an outage is paid for with 35 repetitions, a storm of refusals with 100",
    arguments: [(false, 35), (true, 100)])
  func spending(_ isThrottled: Bool, _ count: Int) {
    var quota = RetryQuota(TrafficLimits())
    for _ in 0..<count { #expect(quota.take(isThrottled: isThrottled) != nil) }
    #expect(quota.take(isThrottled: isThrottled) == nil)
  }

  @Test(
    "a success gives back what its repetition cost, or one token, and never more than there were")
  func refill() {
    var quota = RetryQuota(TrafficLimits())
    quota.refill(0)
    #expect(quota.tokens == 500)
    #expect(quota.take(isThrottled: false) == 14)
    #expect(quota.take(isThrottled: true) == 5)
    quota.refill(14)
    #expect(quota.tokens == 495)
    quota.refill(0)
    #expect(quota.tokens == 496)
  }
}
