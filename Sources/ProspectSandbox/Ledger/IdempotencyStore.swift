/// Remembers under each `Idempotency-Key` what was asked and answered [contract prospectb2b §5].
struct IdempotencyStore: Sendable {
  /// What a key is bound to besides its own text.
  struct Scope: Hashable, Sendable {
    let apiKey: String
    let method: String
    let path: String
  }

  enum Verdict: Sendable {
    /// The key is new and now reserved: perform the request, then `complete` or `abandon` it.
    case perform
    /// The same request was answered before.
    case replay(status: Int, body: [UInt8])
    /// The key belongs to another payload.
    case conflict
    /// The same request is being performed right now.
    case inProgress
  }

  private struct Entry: Sendable {
    let fingerprint: UInt64
    let at: Instant
    var answer: (status: Int, body: [UInt8])?
  }

  /// How long an answer is kept.
  static let life = Duration.seconds(24 * 3600)

  private var entries: [Scope: [String: Entry]] = [:]

  /// Keys that are bound now.
  var count: Int { entries.values.reduce(0) { $0 + $1.count } }

  mutating func begin(
    _ key: String, in scope: Scope, fingerprint: UInt64, at now: Instant
  ) -> Verdict {
    if let entry = entries[scope]?[key], now < entry.at + IdempotencyStore.life {
      guard entry.fingerprint == fingerprint else { return .conflict }
      guard let answer = entry.answer else { return .inProgress }
      return .replay(status: answer.status, body: answer.body)
    }
    entries[scope, default: [:]][key] = Entry(fingerprint: fingerprint, at: now)
    return .perform
  }

  mutating func complete(_ key: String, in scope: Scope, status: Int, body: [UInt8]) {
    entries[scope]?[key]?.answer = (status, body)
  }

  /// Frees a reserved key: only successes are kept.
  mutating func abandon(_ key: String, in scope: Scope) {
    entries[scope]?[key] = nil
  }
}
