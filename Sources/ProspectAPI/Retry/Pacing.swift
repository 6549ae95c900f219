/// What an answer that is no success says about when to come back.
package struct Pacing: Sendable, Equatable {
  /// The time to wait that the answer asks for; nil when it says nothing.
  package let wait: Duration?

  package init(wait: Duration? = nil) { self.wait = wait }

  /// Reads `Retry-After`, then the fields of the quota, then the body.
  ///
  /// - Parameters:
  ///   - status: of the answer. Many providers tell their quota in every answer, also when something else went wrong; so
  ///     the time at which it begins anew counts only when it is used up.
  ///   - header: the value of a header field by its name in lower case.
  ///   - bodySeconds: what the body says, for providers that say it there.
  ///   - now: the local clock in Unix seconds; the answer's own `Date` is preferred where it is there, because the
  ///     clocks of two machines differ.
  package init(
    status: Int, header: (String) -> String?, bodySeconds: Double? = nil, now: Double
  ) {
    let clock = Self.clock(header, now: now)
    if let seconds = header("retry-after").flatMap({ RetryAfter.seconds($0, clock: clock) }) {
      wait = .saturating(seconds: seconds)
      return
    }
    if let quota = RateQuota(field: header, clock: clock), let reset = quota.reset,
      status == 429 || quota.remaining == 0
    {
      wait = reset
      return
    }
    wait = bodySeconds.map(Duration.saturating(seconds:))
  }

  /// The time of the answer in Unix seconds, by the server's clock when it says so.
  static func clock(_ header: (String) -> String?, now: Double) -> Double {
    header("date").flatMap(HTTPDate.seconds) ?? now
  }
}
