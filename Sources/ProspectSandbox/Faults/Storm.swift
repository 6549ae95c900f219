/// A quota of one provider that is really kept, for each of its keys.
struct Storm: Sendable {
  let terms: TokenBucket.Terms
  let start: Instant
  private var buckets: [String: TokenBucket] = [:]

  init(_ terms: TokenBucket.Terms, at start: Instant) {
    self.terms = terms
    self.start = start
  }

  /// When it is over; nil: when it is taken away.
  var end: Instant? { terms.lasting.map { start + $0 } }

  var admitted: Int { buckets.values.reduce(0) { $0 + $1.admitted } }
  var refused: Int { buckets.values.reduce(0) { $0 + $1.refused } }
  /// Calls that came before the time that an earlier 429 had told.
  var undercuts: Int { buckets.values.reduce(0) { $0 + $1.undercuts } }

  mutating func admit(_ key: String, at now: Instant) -> RateWindow.Reading {
    let fresh = TokenBucket(terms, at: start)
    return buckets[key, default: fresh].admit(at: now)
  }
}
