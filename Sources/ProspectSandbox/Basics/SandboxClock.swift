import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The clock of a sandbox: it runs or stands still, and tests can turn it forward.
///
/// Everything that takes time (jobs, links, cursors, quotas, keys) is a function of this clock, so
/// a test turns it by 30 days instead of waiting. Only the `Date` header, which the HTTP server
/// writes, keeps the real time.
package final class SandboxClock: Sendable {
  private let start: Instant
  private let origin: ContinuousClock.Instant
  private let isFrozen: Bool
  private let turned = Mutex(Duration.zero)

  /// - Parameters:
  ///   - start: the first moment; the real time when nil.
  ///   - isFrozen: whether only `advance(by:)` moves the clock.
  package init(start: Instant? = nil, isFrozen: Bool = false) {
    self.start = start ?? SandboxClock.realTime
    self.origin = ContinuousClock.now
    self.isFrozen = isFrozen
  }

  package var now: Instant {
    let elapsed = isFrozen ? .zero : ContinuousClock.now - origin
    return start + elapsed + turned.withLock { $0 }
  }

  /// Turns the clock forward; a negative duration does nothing, time runs backwards only with the whole world.
  package func advance(by duration: Duration) {
    guard duration > .zero else { return }
    turned.withLock { $0 += duration }
  }

  /// Turns the clock back to where it began, for a world that begins anew.
  func rewind() {
    let elapsed = isFrozen ? .zero : ContinuousClock.now - origin
    turned.withLock { $0 = .zero - elapsed }
  }

  private static var realTime: Instant {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Instant(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }
}
