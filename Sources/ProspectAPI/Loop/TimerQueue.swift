/// Actions ordered by the time at which they are due: a binary heap in which a cancelled action leaves only a husk.
struct TimerQueue<Action> {
  typealias Instant = ContinuousClock.Instant

  private struct Entry {
    let deadline: Instant
    let id: UInt64

    /// Equal deadlines fire in the order in which they were added.
    static func < (a: Entry, b: Entry) -> Bool {
      a.deadline == b.deadline ? a.id < b.id : a.deadline < b.deadline
    }
  }

  private var heap: [Entry] = []
  private var actions: [UInt64: Action] = [:]

  /// True when no action waits.
  var isEmpty: Bool { actions.isEmpty }

  /// When the earliest action is due; a husk may make it earlier than that.
  var nextDeadline: Instant? { isEmpty ? nil : heap.first?.deadline }

  mutating func add(_ id: UInt64, at deadline: Instant, _ action: Action) {
    actions[id] = action
    heap.append(Entry(deadline: deadline, id: id))
    siftUp(from: heap.count - 1)
  }

  /// Forgets an action; one that is unknown or was taken already is nothing.
  mutating func cancel(_ id: UInt64) {
    guard actions.removeValue(forKey: id) != nil else { return }
    if heap.count > 64, heap.count > 2 * actions.count { dropHusks() }
  }

  /// Takes the earliest action that is due at `now`.
  mutating func popDue(at now: Instant) -> Action? {
    while let first = heap.first {
      guard first.deadline <= now else { return nil }
      removeFirst()
      if let action = actions.removeValue(forKey: first.id) { return action }
    }
    return nil
  }

  private mutating func dropHusks() {
    heap = heap.filter { actions[$0.id] != nil }
    heap.sort(by: <)  // a sorted array is a heap
  }

  private mutating func removeFirst() {
    heap.swapAt(0, heap.count - 1)
    heap.removeLast()
    siftDown()
  }

  private mutating func siftUp(from start: Int) {
    var child = start
    while child > 0 {
      let parent = (child - 1) / 2
      guard heap[child] < heap[parent] else { return }
      heap.swapAt(child, parent)
      child = parent
    }
  }

  private mutating func siftDown() {
    var parent = 0
    while true {
      var child = 2 * parent + 1
      guard child < heap.count else { return }
      if child + 1 < heap.count, heap[child + 1] < heap[child] { child += 1 }
      guard heap[child] < heap[parent] else { return }
      heap.swapAt(child, parent)
      parent = child
    }
  }
}
