/// Which lead changed when, in the order in which it happened: the order of `GET /leads`.
///
/// Appending is cheap, and a page is found by halving, where sorting 200,000 leads for each page
/// would not be. An entry whose lead changed again later is stale and passed over.
struct ChangeLog: Sendable {
  /// A place in the order (updated_at, id); everything at or before it has been seen.
  struct Position: Sendable {
    var instant: Instant
    var number: Int
  }

  private struct Entry: Sendable {
    let instant: Instant
    let number: Int
  }

  private var entries: [Entry] = []

  var count: Int { entries.count }

  /// `now`, or the time of the last change when that is later: of two requests at once, the one
  /// that came first may write last, and the log must ascend.
  func notBeforeLast(_ now: Instant) -> Instant {
    entries.last.map { max(now, $0.instant) } ?? now
  }

  mutating func append(_ number: Int, at instant: Instant) {
    entries.append(Entry(instant: instant, number: number))
  }

  /// Drops the stale entries.
  mutating func compact(keeping leads: [Lead]) {
    entries.removeAll { leads[$0.number].updatedAt != $0.instant }
  }

  /// Up to `limit` numbers of leads after `position`.
  func numbers(after position: Position, limit: Int, leads: [Lead]) -> [Int] {
    var found: [Int] = []
    var next = firstIndex(notBefore: position.instant)
    while found.count < limit, next < entries.count {
      // All changes of one millisecond stand together; within it the order is that of the ids.
      let instant = entries[next].instant
      var group: Set<Int> = []
      while next < entries.count, entries[next].instant == instant {
        group.insert(entries[next].number)
        next += 1
      }
      found += group.filter { number in
        leads[number].updatedAt == instant
          && (instant > position.instant || number > position.number)
      }.sorted()
    }
    return Array(found.prefix(limit))
  }

  private func firstIndex(notBefore instant: Instant) -> Int {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].instant < instant { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
