/// How often each operation was called and how it ended.
struct CallCounts: Sendable {
  struct Count: Sendable {
    var calls = 0
    var succeeded = 0
    var refused = 0
    var replayed = 0
  }

  private(set) var byOperation: [String: Count] = [:]

  mutating func record(_ operation: String, status: Int, isReplay: Bool) {
    var count = byOperation[operation] ?? Count()
    count.calls += 1
    if status < 400 { count.succeeded += 1 } else { count.refused += 1 }
    if isReplay { count.replayed += 1 }
    byOperation[operation] = count
  }
}
