/// Counts what a run does, for its limits and its summary.
struct RunMeter {
  /// Calls to providers that were begun.
  private(set) var calls = 0
  /// Bytes that were printed and logged.
  private(set) var output = 0
  /// What the run spends at providers.
  var purse: CreditPurse
  private var attempts = 0
  private var retries = 0
  private var waited = Duration.zero
  private var heldBack = Duration.zero
  private let began = ContinuousClock.now
  private var waitBegan: ContinuousClock.Instant?

  init(credits limit: Int?) { purse = CreditPurse(limit: limit) }

  mutating func callBegan() { calls += 1 }

  mutating func callEnded(attempts: Int) {
    self.attempts += attempts
    retries += max(0, attempts - 1)
  }

  mutating func heldBack(for time: Duration) { heldBack += time }

  mutating func shown(_ bytes: Int) { output += bytes }

  /// The recipe waits from the first open request on …
  mutating func waitBegins() { waitBegan = waitBegan ?? .now }

  /// … until the last one was answered.
  mutating func waitEnds() {
    if let waitBegan { waited += waitBegan.duration(to: .now) }
    waitBegan = nil
  }

  var summary: RunSummary {
    RunSummary(
      calls: calls, attempts: attempts, retries: retries, credits: purse.spent, waited: waited,
      heldBack: heldBack, duration: began.duration(to: .now))
  }
}
