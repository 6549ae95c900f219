/// A quota that is really kept: so many calls a second, the rest is told when to come back.
///
/// Who comes back earlier than it was told has undercut the answer, which is counted.
struct TokenBucket: Sendable {
  struct Terms: Sendable, Equatable {
    /// Calls a second.
    let rate: Int
    /// Calls that may come at once after a silence.
    let burst: Int
    /// How long the storm lasts; nil: until it is taken away.
    let lasting: Duration?
  }

  let terms: Terms
  private(set) var admitted = 0
  private(set) var refused = 0
  private(set) var undercuts = 0
  private var tokens: Double
  private var last: Instant
  /// From the first refusal until the latest time that was told; nil while calls are admitted.
  private var closed: (since: Instant, until: Instant)?

  /// What was under way when the first refusal was sent is no undercut.
  static let grace = Duration.milliseconds(250)

  init(_ terms: Terms, at now: Instant) {
    self.terms = terms
    tokens = Double(terms.burst)
    last = now
  }

  mutating func admit(at now: Instant) -> RateWindow.Reading {
    refill(at: now)
    noteUndercut(at: now)
    guard tokens >= 1 else { return refuse(at: now) }
    tokens -= 1
    admitted += 1
    return reading(at: now, retryAfter: nil)
  }

  private mutating func refill(at now: Instant) {
    let passed = Double(max(0, now.milliseconds - last.milliseconds)) / 1000
    tokens = min(Double(terms.burst), tokens + passed * Double(terms.rate))
    last = now
  }

  private mutating func noteUndercut(at now: Instant) {
    guard let closed else { return }
    if now >= closed.until {
      self.closed = nil
    } else if now > closed.since + TokenBucket.grace {
      undercuts += 1
    }
  }

  private mutating func refuse(at now: Instant) -> RateWindow.Reading {
    refused += 1
    let seconds = max(1, Int64(((1 - tokens) / Double(terms.rate)).rounded(.up)))
    let until = now + .seconds(seconds)
    closed = (closed?.since ?? now, max(closed?.until ?? until, until))
    return reading(at: now, retryAfter: seconds)
  }

  /// The reset is when the whole burst is there again.
  private func reading(at now: Instant, retryAfter: Int64?) -> RateWindow.Reading {
    let missing = (Double(terms.burst) - tokens) / Double(terms.rate)
    let full = Instant(milliseconds: now.milliseconds + Int64(missing * 1000) + 999)
    return RateWindow.Reading(
      limit: terms.burst, remaining: Int(tokens), reset: full.seconds, retryAfter: retryAfter)
  }
}
