/// How much may be sent to one origin at a time: a pure state machine.
///
/// Normally the width is large. When the origin asks for less traffic, everything to it waits as long as it says; then one
/// request tries, and each success widens the way by one, which doubles it with every round. So a crowd of waiting calls
/// does not spend its attempts on being refused together.
struct OriginTraffic {
  typealias Instant = ContinuousClock.Instant

  /// How an exchange ended, as far as the traffic is concerned.
  enum Signal {
    case fine
    /// The origin asks for less; with the time it asks for.
    case throttled(Duration)
    /// Says nothing about the traffic.
    case neutral
  }

  enum Admission: Equatable {
    case go
    /// Look again at that time, or when an exchange has ended.
    case wait(until: Instant?)
  }

  private let fullWidth: Int
  private var width: Int
  private var inFlight = 0
  private var closedUntil: Instant?

  init(width: Int) {
    fullWidth = width
    self.width = width
  }

  /// Asks for one request; `go` counts it as sent.
  mutating func admit(now: Instant) -> Admission {
    if let closedUntil {
      if now < closedUntil { return .wait(until: closedUntil) }
      self.closedUntil = nil
    }
    guard inFlight < width else { return .wait(until: nil) }
    inFlight += 1
    return .go
  }

  mutating func ended(_ signal: Signal, now: Instant) {
    inFlight -= 1
    switch signal {
    case .neutral: break
    case .fine: if width < fullWidth { width += 1 }
    case .throttled(let wait):
      width = 1
      let until = now.advanced(by: wait)
      closedUntil = max(closedUntil ?? until, until)
    }
  }
}
