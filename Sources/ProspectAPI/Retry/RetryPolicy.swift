/// When to repeat a request (design section 6): a pure function of how it ended, what it does, and chance.
package struct RetryPolicy: Sendable {
  /// Attempts of one call, the first included.
  package var maximumAttempts = 5
  /// The longest delay before the first repetition, doubled for each further one.
  package var base: Duration = .milliseconds(500)
  /// The same after an answer that asks for less traffic (429, 503).
  package var throttleBase: Duration = .seconds(1)
  /// The longest delay that is chosen here; what the provider asks for may be longer.
  package var cap: Duration = .seconds(20)
  /// Nothing waits longer than this for a provider that asks for it: the run is suspended instead.
  package var longestWait: Duration = .seconds(120)

  package init() {}

  /// Statuses that may go away by themselves.
  package static func isPassing(_ status: Int) -> Bool {
    switch status {
    case 408, 425, 429: true
    default: isFailing(status)
    }
  }

  /// Statuses that say that the server is not well.
  package static func isFailing(_ status: Int) -> Bool {
    switch status {
    case 500, 502, 503, 504, 520...524: true
    default: false
    }
  }

  /// Decides what follows an attempt that did not succeed.
  ///
  /// - Parameters:
  ///   - attempt: how many attempts were made, this one included.
  ///   - random: from 0 up to 1.
  package func decide(
    _ outcome: AttemptOutcome, effect: Effect, attempt: Int, random: Double
  ) -> RetryDecision {
    guard isRepeatable(outcome, effect) else { return .fail }
    let asked = outcome.pacing?.wait
    // Also the last attempt suspends: the provider named a time, and the run can come back then.
    if let asked, asked > longestWait { return .suspend(for: asked) }
    guard attempt < maximumAttempts else { return .fail }
    let delay = delay(after: attempt, base: outcome.isThrottle ? throttleBase : base, random)
    return .retry(after: wait(asked, delay), onFreshConnection: outcome.isLost)
  }

  /// What the provider asks for is never undercut. Chance spreads those who were told the same, by a twentieth at most:
  /// more would waste what the provider grants.
  private func wait(_ asked: Duration?, _ delay: Duration) -> Duration {
    // "At once", or a time in the past, says nothing about when it will be better.
    guard let asked, asked > .zero else { return delay }
    return asked + min(delay, asked / 20, .seconds(1))
  }

  private func isRepeatable(_ outcome: AttemptOutcome, _ effect: Effect) -> Bool {
    switch outcome {
    case .lost(let isUnsent): isUnsent || effect.mayBeRepeated
    case .answered(let status, _): effect.mayBeRepeated && Self.isPassing(status)
    case .inProgress: effect.mayBeRepeated
    }
  }

  /// `U(0,1) · min(cap, base · 2^(attempt−1))`, whatever the size of `attempt`.
  private func delay(after attempt: Int, base: Duration, _ random: Double) -> Duration {
    let doublings = min(max(attempt - 1, 0), 30)
    let full = min(cap, base * (1 << doublings))
    return full * min(max(random, 0), 1)
  }
}

extension AttemptOutcome {
  fileprivate var pacing: Pacing? {
    switch self {
    case .answered(_, let pacing), .inProgress(let pacing): pacing
    case .lost: nil
    }
  }

  /// Whether the answer asks for less traffic, or for time.
  fileprivate var isThrottle: Bool {
    switch self {
    case .answered(let status, _): status == 429 || status == 503
    case .inProgress: true
    case .lost: false
    }
  }

  fileprivate var isLost: Bool { if case .lost = self { true } else { false } }
}
