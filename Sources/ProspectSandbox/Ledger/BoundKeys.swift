/// Idempotency keys, each bound for ever to the first body that came with it [seed 001].
struct BoundKeys: Sendable {
  /// What a key says about a request that carries it.
  enum Match: Sendable {
    case new
    /// The key was used before with the same body: what was made then stands for both.
    case same(Int)
    /// The key was used before with another body.
    case conflict
  }

  private var bound: [String: (fingerprint: UInt64, number: Int)] = [:]

  func match(_ key: String, fingerprint: UInt64) -> Match {
    guard let known = bound[key] else { return .new }
    return known.fingerprint == fingerprint ? .same(known.number) : .conflict
  }

  mutating func bind(_ key: String, fingerprint: UInt64, to number: Int) {
    bound[key] = (fingerprint, number)
  }
}
