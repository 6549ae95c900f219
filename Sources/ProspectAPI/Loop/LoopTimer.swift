internal import Synchronization

/// A scheduled action of the loop.
package struct LoopTimer: Sendable {
  let loop: HostLoop
  let id: UInt64

  /// Forgets the action; nothing when it has run. From any thread; on the loop's own it is immediate.
  package func cancel() {
    loop.onThread { [id] loop in loop.timers.cancel(id) }
  }
}

/// Numbers for timers and watches, never used twice.
enum LoopIdentity {
  private static let last = Atomic<UInt64>(0)

  static func next() -> UInt64 {
    last.wrappingAdd(1, ordering: .relaxed).newValue
  }
}
