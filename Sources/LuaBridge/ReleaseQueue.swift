internal import Synchronization

/// Anchors of references that were dropped, on whatever thread, waiting for the VM's owner to release them.
final class ReleaseQueue: Sendable {
  private let anchors = Mutex<[Int32]>([])
  /// Saves the owner a lock on each entry when nothing was dropped.
  private let pending = Atomic<Bool>(false)

  func add(_ anchor: Int32) {
    anchors.withLock { $0.append(anchor) }
    pending.store(true, ordering: .releasing)
  }

  /// Takes all anchors; called by the owner only.
  func take() -> [Int32] {
    guard pending.exchange(false, ordering: .acquiring) else { return [] }
    return anchors.withLock { anchors in
      defer { anchors.removeAll(keepingCapacity: true) }
      return anchors
    }
  }
}
