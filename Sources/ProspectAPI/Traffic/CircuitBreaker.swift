/// Stops sending to an origin that keeps failing, and finds out with one request at a time whether it is well again: a pure
/// state machine.
struct CircuitBreaker {
  typealias Instant = ContinuousClock.Instant

  /// What one exchange says about the origin's health.
  enum Finding {
    case well
    case failed
    /// Nothing: it was cancelled, or its own deadline passed.
    case nothing
  }

  enum Admission: Equatable {
    case go
    /// One request may go and find out; `sendProbe` says that it does.
    case probe
    /// Nil: until the probe that is under way has ended.
    case wait(until: Instant?)
    /// Enough probes have failed. Nothing is sent before that time.
    case refuse(until: Instant)
  }

  private enum Phase {
    case closed
    case open(until: Instant, failedProbes: Int)
    case probing(failedProbes: Int)
  }

  private let limits: TrafficLimits
  private var phase = Phase.closed
  private var failuresInRow = 0
  /// The latest exchanges, as a ring.
  private var sample: [(time: Instant, failed: Bool)] = []
  private var next = 0

  init(_ limits: TrafficLimits) { self.limits = limits }

  func admission(now: Instant) -> Admission {
    switch phase {
    case .closed: .go
    case .probing: .wait(until: nil)
    case .open(let until, _) where now >= until: .probe
    case .open(let until, let failed):
      failed < limits.patience ? .wait(until: until) : .refuse(until: until)
    }
  }

  mutating func sendProbe() {
    if case .open(_, let failedProbes) = phase { phase = .probing(failedProbes: failedProbes) }
  }

  mutating func ended(_ finding: Finding, isProbe: Bool, now: Instant) -> BreakerChange? {
    switch phase {
    case .closed: return note(finding, now)
    // What was sent before the breaker opened says nothing new.
    case .open: return nil
    case .probing(let failedProbes):
      guard isProbe else { return nil }
      return probed(finding, failedProbes, now)
    }
  }

  private mutating func probed(
    _ finding: Finding, _ failedProbes: Int, _ now: Instant
  ) -> BreakerChange? {
    switch finding {
    case .well:
      phase = .closed
      forget()
      return .closed
    case .failed: return open(failedProbes + 1, now)
    case .nothing:
      // The next one probes, at once.
      phase = .open(until: now, failedProbes: failedProbes)
      return nil
    }
  }

  private mutating func note(_ finding: Finding, _ now: Instant) -> BreakerChange? {
    if finding == .nothing { return nil }
    failuresInRow = finding == .failed ? failuresInRow + 1 : 0
    remember(finding == .failed, now)
    guard failuresInRow >= limits.failuresInRow || isHalfBad(now) else { return nil }
    return open(0, now)
  }

  private mutating func remember(_ failed: Bool, _ now: Instant) {
    if sample.count < limits.sample {
      sample.append((now, failed))
    } else {
      sample[next] = (now, failed)
      next = (next + 1) % sample.count
    }
  }

  private func isHalfBad(_ now: Instant) -> Bool {
    guard sample.count == limits.sample, sample[next].time.duration(to: now) <= limits.sampleSpan
    else { return false }
    return sample.count { $0.failed } * 2 >= sample.count
  }

  private mutating func open(_ failedProbes: Int, _ now: Instant) -> BreakerChange {
    let rest = min(limits.longestRest, limits.rest * (1 << min(failedProbes, 20)))
    phase = .open(until: now.advanced(by: rest), failedProbes: failedProbes)
    forget()
    return .opened(for: rest)
  }

  private mutating func forget() {
    failuresInRow = 0
    sample = []
    next = 0
  }
}
