internal import CCurlShims

/// A value that one thread at a time reaches.
///
/// Like `Synchronization.Mutex`, but with a lock that ThreadSanitizer understands: that one is a bare futex on Linux, and
/// every contended access under it is reported as a race.
///
/// `@unchecked Sendable`: `value` is touched under the lock only, and `lock` is valid from `init` to `deinit`.
package final class Locked<Value>: @unchecked Sendable {
  private let lock: OpaquePointer
  private var value: Value

  package init(_ value: sending Value) {
    guard let lock = ccs_lock_new() else { preconditionFailure("no memory for a lock") }
    self.lock = lock
    self.value = value
  }

  deinit { ccs_lock_free(lock) }

  /// Runs `body` with the value; must not be nested.
  package func withLock<R, Failure: Error>(
    _ body: (inout Value) throws(Failure) -> R
  ) throws(Failure) -> R {
    ccs_lock_lock(lock)
    defer { ccs_lock_unlock(lock) }
    return try body(&value)
  }
}
