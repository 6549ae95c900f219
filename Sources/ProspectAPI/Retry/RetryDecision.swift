/// What to do after an attempt that did not succeed.
package enum RetryDecision: Sendable, Equatable {
  /// Send the same bytes again after this time; on a connection of its own when the last one may be at fault.
  case retry(after: Duration, onFreshConnection: Bool)
  /// The provider asks for more patience than a run has: come back after this time.
  case suspend(for: Duration)
  /// No further attempt.
  case fail
}
