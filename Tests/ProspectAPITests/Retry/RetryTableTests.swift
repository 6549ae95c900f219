import Testing

@testable import ProspectAPI

/// Every outcome with every effect class, attempt and form of header: what is expected is written down beside each, and
/// combined by the few rules of design section 6.
@Suite("RetryPolicy as a table")
struct RetryTableTests {
  /// What an answer may say about when to come back, and how long that is; nil: nothing that counts.
  struct Header: Sendable, CustomStringConvertible {
    let fields: [String: String]
    let wait: Double?
    /// Counts for refusals alone, as long as it does not say that the quota is used up.
    var isQuota = false

    var description: String { "\(fields)" }
  }

  enum Outcome: CaseIterable {
    case unsent, lost, tooMany, unavailable, broken, tooEarly, inProgress, conflict, invalid

    var status: Int? {
      switch self {
      case .unsent, .lost: nil
      case .tooMany: 429
      case .unavailable: 503
      case .broken: 500
      case .tooEarly: 425
      case .inProgress, .conflict: 409
      case .invalid: 422
      }
    }

    func attempt(_ pacing: Pacing) -> AttemptOutcome {
      switch self {
      case .unsent: .lost(isUnsent: true)
      case .lost: .lost(isUnsent: false)
      case .inProgress: .inProgress(pacing: pacing)
      default: .answered(status: status ?? 0, pacing: pacing)
      }
    }

    /// The longest delay before the second attempt.
    var base: Double { [.tooMany, .unavailable, .inProgress].contains(self) ? 1 : 0.5 }
    var needsFreshConnection: Bool { status == nil }

    func isRepeated(_ effect: Effect) -> Bool {
      switch self {
      case .conflict, .invalid: false
      case .unsent: true
      default: [.read, .keyed, .natural].contains(effect)
      }
    }
  }

  /// Wed, 15 Jul 2026 10:36:17 GMT
  static let now = 1_784_111_777.0
  static let date = ["date": "Wed, 15 Jul 2026 10:36:17 GMT"]
  /// The server's clock is an hour ahead of ours.
  static let skewed = ["date": "Wed, 15 Jul 2026 11:36:17 GMT"]

  static func after(_ text: String, _ wait: Double?, _ more: [String: String] = [:]) -> Header {
    Header(fields: more.merging(["retry-after": text]) { $1 }, wait: wait)
  }

  static func reset(
    _ name: String, _ text: String, _ wait: Double?, _ more: [String: String] = [:]
  ) -> Header {
    Header(fields: more.merging([name: text]) { $1 }, wait: wait, isQuota: true)
  }

  static let headers: [Header] = [
    Header(fields: [:], wait: nil),
    after("30", 30), after("0", 0), after("-7", 0), after("1.25", 1.25), after("120", 120),
    after("121", 121), after("99999999999999999999", 100 * 366 * 86400.0),
    after("1e400", 100 * 366 * 86400.0),
    after("soon", nil), after("", nil), after("nan", nil), after("0x1F", nil),
    after("Wed, 15 Jul 2026 10:36:47 GMT", 30, date),
    after("Wednesday, 15-Jul-26 10:36:47 GMT", 30, date),
    after("Wed Jul 15 10:36:47 2026", 30, date),
    after("Wed, 15 Jul 2026 10:36:47 GMT", 30),
    after("Wed, 15 Jul 2026 11:36:47 GMT", 30, skewed),
    after("Wed, 15 Jul 2026 10:36:47 GMT", 0, skewed),
    after("Sun, 06 Nov 1994 08:49:37 GMT", 0, date),
    after("Fri, 31 Dec 9999 23:59:59 GMT", 100 * 366 * 86400.0, date),
    after("Wed, 35 Jul 2026 10:36:47 GMT", nil),
    reset("ratelimit", #""default";r=5;t=40"#, 40),
    reset("ratelimit", "limit=9, remaining=5, reset=40", 40),
    reset("ratelimit-reset", "40", 40), reset("x-ratelimit-reset", "40", 40),
    reset("x-ratelimit-reset", "1784111817", 40), reset("x-ratelimit-reset", "1784111817000", 40),
    reset("x-ratelimit-reset", "1784115417", 40, skewed),
    reset("x-ratelimit-reset", "1784115417000", 40, skewed),
    reset("x-ratelimit-reset", "1784115377", 3600), reset("x-ratelimit-reset", "1700000000", 0),
    reset("x-ratelimit-reset", "-1", 0), reset("x-ratelimit-reset", "tomorrow", nil),
    Header(fields: ["ratelimit": #""default";r=0;t=40"#], wait: 40),
    Header(fields: ["x-ratelimit-remaining": "0", "x-ratelimit-reset": "40"], wait: 40),
    Header(fields: ["retry-after": "3", "x-ratelimit-reset": "40"], wait: 3),
    Header(fields: ["retry-after": "soon", "x-ratelimit-reset": "40"], wait: 40, isQuota: true),
  ]

  /// The rules, in the words of the design.
  static func expected(
    _ outcome: Outcome, _ effect: Effect, _ attempt: Int, _ header: Header, _ random: Double
  ) -> RetryDecision {
    guard outcome.isRepeated(effect) else { return .fail }
    let isTold = outcome.status != nil && (!header.isQuota || outcome == .tooMany)
    let asked = isTold ? header.wait : nil
    if let asked, asked > 120 { return .suspend(for: .saturating(seconds: asked)) }
    if attempt >= 5 { return .fail }
    let full = [1: 1.0, 2: 2, 3: 4, 4: 8][attempt, default: .nan] * outcome.base
    var wait = Duration.seconds(full) * random
    if let asked, asked > 0 {
      let told = Duration.saturating(seconds: asked)
      wait = told + min(wait, told / 20, .seconds(1))
    }
    return .retry(after: wait, onFreshConnection: outcome.needsFreshConnection)
  }

  @Test(arguments: Outcome.allCases, Effect.allCases)
  func everyAttemptAndEveryHeader(_ outcome: Outcome, _ effect: Effect) {
    let policy = RetryPolicy()
    for header in Self.headers {
      let pacing = Pacing(
        status: outcome.status ?? 0, header: { header.fields[$0] }, now: Self.now)
      for (attempt, random) in Self.attempts {
        let decision = policy.decide(
          outcome.attempt(pacing), effect: effect, attempt: attempt, random: random)
        #expect(
          decision == Self.expected(outcome, effect, attempt, header, random),
          "\(header), attempt \(attempt), chance \(random)")
      }
    }
  }

  private static let attempts: [(Int, Double)] = [1, 2, 3, 4, 5, 10_000].flatMap { attempt in
    [0, 0.5, 1].map { (attempt, $0) }
  }
}
