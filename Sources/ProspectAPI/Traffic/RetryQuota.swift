/// Pays for repetitions to one origin, so that an outage is not hammered by everybody's attempts: a pure state machine.
///
/// A success gives back what its own repetitions took, or one token when it needed none.
struct RetryQuota {
  private let limits: TrafficLimits
  private(set) var tokens: Int

  init(_ limits: TrafficLimits) {
    self.limits = limits
    tokens = limits.retryTokens
  }

  /// Takes what one repetition costs; nil when that much is not left.
  mutating func take(isThrottled: Bool) -> Int? {
    let cost = isThrottled ? limits.throttleCost : limits.retryCost
    guard tokens >= cost else { return nil }
    tokens -= cost
    return cost
  }

  /// A call has succeeded, whose repetitions had cost that much.
  mutating func refill(_ cost: Int) {
    tokens = min(limits.retryTokens, tokens + max(1, cost))
  }
}
