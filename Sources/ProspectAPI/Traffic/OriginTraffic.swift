/// How much may be sent to one origin with one credential at a time: a pure state machine.
///
/// Normally the width is large, and the quota that the answers tell is used up and not overdrawn. When the origin asks for
/// less traffic all the same, everything to it waits as long as it says; then one request tries, and each success widens
/// the way by one, which doubles it with every round. So a crowd of waiting calls does not spend its attempts on being
/// refused together.
struct OriginTraffic {
  typealias Instant = ContinuousClock.Instant

  /// How an exchange ended, as far as the traffic is concerned.
  enum Signal: Equatable {
    case fine
    /// The origin asks for less; with the time it asks for.
    case throttled(Duration)
    /// Says nothing about the traffic.
    case neutral
  }

  enum Admission: Equatable {
    case go(serial: UInt64)
    /// The origin has said so.
    case closed(until: Instant)
    /// The quota is used up; nil: until the request that was sent ahead has ended.
    case spent(until: Instant?)
    /// Enough are under way.
    case full
  }

  private let fullWidth: Int
  private var width: Int
  private var inFlight = 0
  private var sent: UInt64 = 0
  private var closedUntil: Instant?
  private var quota: QuotaEstimate

  init(_ limits: TrafficLimits) {
    fullWidth = limits.width
    width = limits.width
    quota = QuotaEstimate(longestWait: limits.longestWait)
  }

  /// Asks for one request; `go` counts it as sent.
  mutating func admit(now: Instant) -> Admission {
    if let closedUntil {
      if now < closedUntil { return .closed(until: closedUntil) }
      self.closedUntil = nil
    }
    guard inFlight < width else { return .full }
    switch quota.obstacle(inFlight: inFlight, sent: sent, now: now) {
    case .time(let renewal): return .spent(until: renewal)
    case .scout: return .spent(until: nil)
    case nil: break
    }
    inFlight += 1
    sent += 1
    return .go(serial: sent)
  }

  /// Whether the origin has named a time that has not come yet.
  func isClosed(now: Instant) -> Bool { closedUntil.map { now < $0 } ?? false }

  mutating func ended(_ serial: UInt64, _ signal: Signal, _ told: RateQuota?, now: Instant) {
    inFlight -= 1
    quota.ended(serial, told, sent: sent, now: now)
    switch signal {
    case .neutral: break
    case .fine: if width < fullWidth { width += 1 }
    case .throttled(let wait):
      narrow()
      let until = now.advanced(by: wait)
      closedUntil = max(closedUntil ?? until, until)
      quota.refused(until: until, sent: sent)
    }
  }

  /// From now on one request goes first.
  mutating func narrow() { width = 1 }
}
