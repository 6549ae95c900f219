import ScriptedServer

@testable import ProspectAPI

/// Serves as many requests as its allowance holds, refuses the others with a time, and notices who comes before that.
final class StormServer: Sendable {
  /// What fills the allowance up again.
  enum Allowance: Sendable {
    /// A token bucket, filled steadily.
    case bucket(perSecond: Double, size: Double)
    /// So many in each interval of so many seconds.
    case window(size: Double, seconds: Double)

    /// What may have been served by that time.
    func total(_ seconds: Double) -> Double {
      switch self {
      case .bucket(let rate, let size): size + rate * seconds
      case .window(let size, let length): size * ((seconds / length).rounded(.down) + 1)
      }
    }
  }

  /// How it tells.
  enum Telling: Sendable {
    /// `Retry-After: 1`
    case seconds
    /// `Retry-After: Wed, …`
    case date
    /// `RateLimit: "default";r=0;t=1` in every answer, and `Retry-After`
    case structured
    /// `X-RateLimit-Remaining` and `-Reset` in Unix seconds in every answer, and `Retry-After`
    case epoch
  }

  private struct State {
    var left: Double
    var seen = 0.0
    var served = 0
    var lastServed = 0.0
    var refused = 0
    /// By the text of a request: when its caller may come again.
    var told: [String: Double] = [:]
    var undercuts = 0
  }

  let allowance: Allowance
  private let telling: Telling
  private let now: @Sendable () -> Duration
  private let state: Locked<State>

  /// Its wall clock when it starts: Wed, 15 Jul 2026 10:36:20 GMT
  static let epoch = 1_784_111_780

  /// - Parameter now: its clock, since the beginning.
  init(_ allowance: Allowance, _ telling: Telling, now: @escaping @Sendable () -> Duration) {
    self.allowance = allowance
    self.telling = telling
    self.now = now
    state = Locked(State(left: allowance.total(0)))
  }

  var served: Int { state.withLock { $0.served } }
  var refused: Int { state.withLock { $0.refused } }
  /// Requests that came again before the time that they were told.
  var undercuts: Int { state.withLock { $0.undercuts } }
  /// The part that was served of what it would have served until then.
  var use: Double { state.withLock { Double($0.served) / allowance.total($0.lastServed) } }

  @Sendable func reply(to request: ScriptedServer.Request) -> ScriptedServer.Reply {
    let now = now() / .seconds(1)
    return state.withLock { state in
      fill(&state, now)
      if now < state.told[request.body, default: 0] { state.undercuts += 1 }
      if state.left >= 1 {
        state.left -= 1
        state.served += 1
        state.lastServed = now
        return .answer(200, headers: quota(state, now))
      }
      state.refused += 1
      let wait = wait(state, now)
      state.told[request.body] = now + wait
      return .answer(429, headers: quota(state, now).merging(refusal(wait, now)) { $1 })
    }
  }

  private func fill(_ state: inout State, _ now: Double) {
    switch allowance {
    case .bucket(let rate, let size): state.left = min(size, state.left + rate * (now - state.seen))
    case .window(let size, let length):
      if (now / length).rounded(.down) > (state.seen / length).rounded(.down) { state.left = size }
    }
    state.seen = now
  }

  /// Whole seconds until there is something again.
  private func wait(_ state: State, _ now: Double) -> Double {
    switch allowance {
    case .bucket(let rate, _): max(1, ((1 - state.left) / rate).rounded(.up))
    case .window(_, let length):
      max(1, (length - now.truncatingRemainder(dividingBy: length)).rounded(.up))
    }
  }

  private func quota(_ state: State, _ now: Double) -> [String: String] {
    let (left, wait) = (Int(state.left), Int(wait(state, now)))
    switch telling {
    case .seconds: return [:]
    case .date: return ["Date": Self.date(Int(now))]
    case .structured: return ["RateLimit": "\"default\";r=\(left);t=\(wait)"]
    case .epoch:
      return [
        "Date": Self.date(Int(now)), "X-RateLimit-Remaining": String(left),
        "X-RateLimit-Reset": String(Self.epoch + Int(now) + wait),
      ]
    }
  }

  private func refusal(_ wait: Double, _ now: Double) -> [String: String] {
    if case .date = telling { return ["Retry-After": Self.date(Int((now + wait).rounded(.up)))] }
    return ["Retry-After": String(Int(wait))]
  }

  /// Seconds after the beginning, in the form of HTTP's dates; within one day.
  private static func date(_ seconds: Int) -> String {
    let time = UTCTime.text(Double(epoch + seconds)).dropFirst(11).prefix(8)
    return "Wed, 15 Jul 2026 \(time) GMT"
  }
}
