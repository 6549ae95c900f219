extension OriginGate {
  /// Leave for one request; whoever has it owes one `leave`.
  struct Pass: Equatable {
    /// The place of the call in the queue. A call that comes again with it stands before all that came later.
    let ticket: UInt64
    /// Tells the request apart from others to the origin.
    let serial: UInt64
    /// It goes alone, to see whether the origin is well again.
    let isProbe: Bool
  }

  /// How waiting ended.
  enum Passage: Equatable {
    case free(Pass)
    case refused(Refusal)
    case cancelled
  }

  /// Why a call cannot wait for its turn.
  enum Refusal: Equatable {
    /// The deadline of the call comes first.
    case late
    /// The origin has asked for more patience than a run has.
    case suspended(for: Duration)
    /// The origin keeps failing.
    case failing(for: Duration)
  }

  /// Why a call waits, and until when; nil: until others have ended.
  struct Obstacle: Equatable {
    enum Reason: String {
      case closed = "the provider asked for less traffic"
      case spent = "the provider's quota is used up until then"
      case failing = "requests to the provider keep failing"
      case full = "other requests go first"
    }

    let reason: Reason
    let until: ContinuousClock.Instant?
    /// Not worth waiting for.
    var isFinal = false
  }

  /// How an exchange ended, as far as its origin is concerned.
  struct Ending {
    var signal = OriginTraffic.Signal.neutral
    var finding = CircuitBreaker.Finding.nothing
    var quota: RateQuota?
    /// What the repetitions of a call that has succeeded had cost; nil when it has not.
    var refund: Int?
  }
}
