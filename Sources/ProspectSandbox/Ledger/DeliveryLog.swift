/// Which delivered companies were handed out.
struct DeliveryLog: Sendable {
  /// Positions by number of the prospect search.
  private(set) var served: [Int: Set<Int>] = [:]
  /// Companies handed out, repetitions included.
  private(set) var total = 0

  mutating func record(_ positions: [Int], ofSearch search: Int) {
    served[search, default: []].formUnion(positions)
    total += positions.count
  }

  var distinct: Int { served.values.reduce(0) { $0 + $1.count } }
}
