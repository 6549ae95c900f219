/// How many bytes may still go to files; shared by all who write for one run.
package final class FileBudget: Sendable {
  private let left: Locked<Int>

  package init(bytes: Int) { left = Locked(bytes) }

  /// Takes `bytes` off, or nothing when so many are not left.
  package func take(_ bytes: Int) -> Bool {
    left.withLock { left in
      guard bytes <= left else { return false }
      left -= bytes
      return true
    }
  }
}
