/// What happens while a call goes on, for progress, logs and summaries.
package enum CallEvent: Sendable {
  /// A request was sent and came to its end. `status` is nil when no answer came.
  case attempted(number: Int, status: Int?, duration: Duration)
  /// The next attempt waits. `reason` completes the sentence "waits because …".
  case waiting(for: Duration, reason: String)
}

/// Hears the events of one call, on the loop's thread; must not block.
package typealias CallObserver = @Sendable (CallEvent) -> Void
