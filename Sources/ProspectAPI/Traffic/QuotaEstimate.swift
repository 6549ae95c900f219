/// What is left of an origin's quota, as far as its answers tell: a pure state machine.
///
/// An answer knows nothing of the requests that were under way with it, so these are taken off what it says. Answers
/// overtake each other; of those that were under way together, the one that leaves the least was the last one served.
struct QuotaEstimate {
  typealias Instant = ContinuousClock.Instant

  enum Obstacle: Equatable {
    /// Nothing is left until then.
    case time(Instant)
    /// One request was sent ahead; its answer says how many may follow.
    case scout
  }

  private struct Known {
    var remaining: Int
    let renewal: Instant
    /// Requests up to this one were sent before `remaining` was heard.
    let mark: UInt64
    var isScouting = false
  }

  /// Resets beyond this are not believed: the provider itself may say so, with a refusal.
  private let longestWait: Duration
  private var known: Known?

  init(longestWait: Duration) { self.longestWait = longestWait }

  /// What stands in the way of one more request; nil when nothing does.
  ///
  /// - Parameters:
  ///   - inFlight: how many requests are under way.
  ///   - sent: the number of the request that was sent last.
  mutating func obstacle(inFlight: Int, sent: UInt64, now: Instant) -> Obstacle? {
    guard let known, known.remaining <= inFlight else { return nil }
    if known.isScouting { return .scout }
    if now < known.renewal { return .time(known.renewal) }
    // How much the new quota holds is not known: a rolling one may hold a single request.
    self.known = Known(
      remaining: inFlight + 1, renewal: known.renewal, mark: sent, isScouting: true)
    return nil
  }

  /// A request has ended, with or without word of the quota.
  mutating func ended(_ serial: UInt64, _ quota: RateQuota?, sent: UInt64, now: Instant) {
    let isOld = known.map { serial <= $0.mark } ?? false
    if isOld, known?.isScouting == true {
      known?.remaining -= 1
    } else if let quota, let remaining = quota.remaining, let reset = quota.reset {
      if isOld, let known, remaining > known.remaining { return }
      hear(remaining, reset, sent: sent, now: now)
    } else if known?.isScouting == true {
      known = nil
    } else {
      // It may have counted.
      known?.remaining -= 1
    }
  }

  /// The origin has refused a request, and named a time.
  mutating func refused(until time: Instant, sent: UInt64) {
    // Without word of a quota the width alone feels the way.
    if known != nil { known = Known(remaining: 0, renewal: time, mark: sent) }
  }

  private mutating func hear(_ remaining: Int, _ reset: Duration, sent: UInt64, now: Instant) {
    known =
      reset > longestWait
      ? nil : Known(remaining: remaining, renewal: now.advanced(by: reset), mark: sent)
  }
}
