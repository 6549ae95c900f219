/// What a run has done, for a closing line.
public struct RunSummary: Sendable, Equatable {
  /// Calls to providers that were begun, downloads included.
  public var calls: Int
  /// HTTP exchanges that were made for them, as far as they ended.
  public var attempts: Int
  /// Exchanges beyond the first of each call.
  public var retries: Int
  /// Credits that paid calls have spent, as far as their price was known; a call whose outcome is unknown counts.
  public var credits: Int
  /// Time on the clock during which at least one request of the recipe was being served and the recipe had to wait:
  /// for providers, timers, files and functions of the host.
  public var waited: Duration
  /// How long calls were held back, added up: before another attempt, and until their provider wanted them.
  public var heldBack: Duration
  /// Time on the clock from start to end.
  public var duration: Duration

  /// Creates a summary; that of a run which did nothing by default.
  public init(
    calls: Int = 0, attempts: Int = 0, retries: Int = 0, credits: Int = 0,
    waited: Duration = .zero, heldBack: Duration = .zero, duration: Duration = .zero
  ) {
    self.calls = calls
    self.attempts = attempts
    self.retries = retries
    self.credits = credits
    self.waited = waited
    self.heldBack = heldBack
    self.duration = duration
  }
}
