import Synchronization

/// Counts the objects of one test that are alive.
final class Counter: Sendable {
  private let alive = Atomic<Int>(0)
  private let made = Atomic<Int>(0)

  var count: Int { alive.load(ordering: .relaxed) }
  var total: Int { made.load(ordering: .relaxed) }

  func add(_ n: Int) {
    alive.add(n, ordering: .relaxed)
    if n > 0 { made.add(n, ordering: .relaxed) }
  }
}

/// An object whose life is counted.
final class Tracked {
  let counter: Counter
  let name: String
  var isClosed = false
  var onDeinit: (() -> Void)?

  init(_ counter: Counter, name: String = "tracked") {
    self.counter = counter
    self.name = name
    counter.add(1)
  }

  deinit {
    counter.add(-1)
    onDeinit?()
  }
}
