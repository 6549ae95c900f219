/// What happens while a call goes on, for progress, logs, metrics and summaries.
package enum CallEvent: Sendable, Equatable {
  /// A request was sent and came to its end.
  case attempted(CallAttempt)
  /// The call waits: for its next attempt, or in front of its origin. `reason` completes the sentence "waits because …".
  case waiting(for: Duration, reason: String)
  /// A wait is over, or was given up. The sum of these is the time that a call stood still, for whatever reason; it has no
  /// fixed number of `waiting` before it, as a call also waits behind others.
  case waited(Duration)
  /// The answer asks for less traffic: everything to its origin with its credential waits that long.
  case throttled(for: Duration)
  /// The call has changed the circuit breaker of its origin.
  case breaker(BreakerChange)
  /// The call is not repeated, although it may be: too many repetitions to its origin have failed.
  case retryQuotaSpent
}

/// How the circuit breaker of an origin changes.
package enum BreakerChange: Sendable, Equatable {
  /// Too many requests have failed: nothing is sent for that long.
  case opened(for: Duration)
  /// One request is on its way to see whether the origin is well again.
  case probing
  /// The origin is well again.
  case closed
}

/// Hears the events of one call, on the loop's thread; must not block.
package typealias CallObserver = @Sendable (CallEvent) -> Void
