/// What an answer says about when to come back.
package struct Pacing: Sendable, Equatable {
  /// The time to wait that the answer asks for; nil when it says nothing.
  package let wait: Duration?

  package init(wait: Duration? = nil) { self.wait = wait }

  /// Reads `Retry-After`, then `RateLimit`, `RateLimit-Reset`, `X-RateLimit-Reset`, then the body.
  ///
  /// - Parameters:
  ///   - header: the value of a header field by its name in lower case.
  ///   - bodySeconds: what the body says, for providers that say it there.
  ///   - now: the local clock in Unix seconds; the answer's own `Date` is preferred where it is there, because the
  ///     clocks of two machines differ.
  package init(
    header: (String) -> String?, bodySeconds: Double? = nil, now: Double
  ) {
    let clock = header("date").flatMap(HTTPDate.seconds) ?? now
    let seconds =
      header("retry-after").flatMap { RetryAfter.seconds($0, clock: clock) }
      ?? header("ratelimit").flatMap(RateLimitReset.seconds(ofField:))
      ?? header("ratelimit-reset").flatMap { RateLimitReset.seconds($0, clock: clock) }
      ?? header("x-ratelimit-reset").flatMap { RateLimitReset.seconds($0, clock: clock) }
      ?? bodySeconds
    wait = seconds.map(Duration.saturating(seconds:))
  }
}

extension Duration {
  /// A duration of that many seconds: negative and NaN are zero, and nothing is longer than a century.
  static func saturating(seconds: Double) -> Duration {
    let century = 100.0 * 366 * 86400
    guard seconds > 0 else { return .zero }
    return .milliseconds(Int64((min(seconds, century) * 1000).rounded(.up)))
  }
}
