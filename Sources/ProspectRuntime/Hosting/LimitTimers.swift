internal import ProspectAPI

/// The timers that guard one run, or one evaluation of a session.
struct LimitTimers {
  var wall: LoopTimer?
  var processor: LoopTimer?
  /// Ends a machine that was asked to stop and does not.
  var grace: LoopTimer?
  /// When `wall` fires; nil without a limit.
  var wallDeadline: ContinuousClock.Instant?
  /// Processor time that was used before the guarded piece began.
  var processorStart = Duration.zero

  mutating func cancelAll() {
    wall?.cancel()
    processor?.cancel()
    grace?.cancel()
    self = LimitTimers()
  }
}
