/// What an answer says about the quota of its origin: how many more requests, and when it begins anew.
package struct RateQuota: Sendable, Equatable {
  /// Requests that are left; nil when the answer does not say.
  package let remaining: Int?
  /// Time until the quota begins anew; nil when the answer does not say.
  package let reset: Duration?

  package init(remaining: Int?, reset: Duration?) {
    self.remaining = remaining
    self.reset = reset
  }

  /// Reads the fields `RateLimit`, then `RateLimit-Remaining` and `-Reset`, then `X-RateLimit-Remaining` and `-Reset`
  /// (also spelt `X-Rate-Limit-…`); nil when there is none.
  ///
  /// - Parameter clock: the answer's own time in Unix seconds.
  init?(field: (String) -> String?, clock: @autoclosure () -> Double) {
    if let text = field("ratelimit"), let quota = RateLimitField.tightest(text) {
      self = quota
      return
    }
    for prefix in Self.prefixes {
      let (left, reset) = (field(prefix + "remaining"), field(prefix + "reset"))
      guard left != nil || reset != nil else { continue }
      let remaining = left.flatMap { Self.leadingNumber($0) }.map(Self.count)
      let seconds = reset.flatMap { Self.leadingNumber($0) }.map {
        Self.seconds($0, clock: clock())
      }
      guard remaining != nil || seconds != nil else { continue }
      self.init(remaining: remaining, reset: seconds.map(Duration.saturating(seconds:)))
      return
    }
    return nil
  }

  private static let prefixes = ["ratelimit-", "x-ratelimit-", "x-rate-limit-"]

  /// A number: seconds from now, Unix seconds, or Unix milliseconds, told apart by size.
  private static func seconds(_ number: Double, clock: Double) -> Double {
    // No limit lasts thirty years, and no clock of today shows less.
    if number >= 1e11 { return max(0, number / 1000 - clock) }
    return max(0, number >= 1e9 ? number - clock : number)
  }

  /// Several limits may stand in one field, and parameters behind them: the first number is the one that binds.
  private static func leadingNumber(_ text: String) -> Double? {
    text.split(whereSeparator: { $0 == "," || $0 == ";" }).first.flatMap { DecimalText.number($0) }
  }

  /// A number of requests: never negative, and a fraction of one is none.
  static func count(_ number: Double) -> Int {
    Int(min(max(number, 0), 1e9))
  }
}
