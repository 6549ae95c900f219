/// Notices when an exchange stands still: it sees counters from time to time and says which limit has passed.
struct StallDetector {
  /// What an exchange has done so far.
  struct Progress {
    var isConnected: Bool
    /// The disk holds it up, not the server.
    var isPaused: Bool
    var sent: UInt64
    var received: UInt64
  }

  private let limits: TransportLimits
  private var moved: ContinuousClock.Instant
  private var bytes: UInt64 = 0

  init(limits: TransportLimits, now: ContinuousClock.Instant) {
    self.limits = limits
    moved = now
  }

  /// The limit that has passed; nil when the exchange moves, or waits for what has a limit of its own.
  mutating func inspect(
    _ progress: Progress, now: ContinuousClock.Instant
  ) -> TransportError.Limit? {
    let total = progress.sent &+ progress.received
    guard progress.isConnected, !progress.isPaused, total == bytes else {
      bytes = total
      moved = now
      return nil
    }
    let hasAnswer = progress.received > 0
    let limit = hasAnswer ? limits.idle : limits.firstByte
    guard now - moved >= limit else { return nil }
    return hasAnswer ? .idle : .firstByte
  }
}
