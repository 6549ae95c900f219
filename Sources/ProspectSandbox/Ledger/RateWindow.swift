import HTTPTypes

/// Calls of one key over the last rolling minute, counted by the second [contract prospectb2b §7].
struct RateWindow: Sendable {
  struct Reading: Sendable {
    let limit: Int
    let remaining: Int
    /// When the oldest counted call leaves the window, in Unix seconds.
    let reset: Int64
    /// Seconds to wait; nil when the call was admitted.
    let retryAfter: Int64?
  }

  private var counts = [Int](repeating: 0, count: 60)
  private var total = 0
  private var lastSecond: Int64 = 0

  /// Counts one call, unless the limit is reached: a refused call costs no quota.
  mutating func admit(limit: Int, at now: Instant) -> Reading {
    move(to: now.seconds)
    let isAdmitted = total < limit
    if isAdmitted {
      counts[Int(now.seconds % 60)] += 1
      total += 1
    }
    let reset = oldestSecond + 60
    return Reading(
      limit: limit, remaining: limit - total, reset: reset,
      retryAfter: isAdmitted ? nil : max(1, reset - now.seconds))
  }

  private mutating func move(to second: Int64) {
    guard second > lastSecond else { return }
    for passed in max(lastSecond + 1, second - 59)...second {
      total -= counts[Int(passed % 60)]
      counts[Int(passed % 60)] = 0
    }
    lastSecond = second
  }

  private var oldestSecond: Int64 {
    let seconds = (max(0, lastSecond - 59)...lastSecond)
    return seconds.first { counts[Int($0 % 60)] > 0 } ?? lastSecond
  }
}

extension RateWindow.Reading {
  /// What an answer tells about the quota; `prefix` is `X-RateLimit` or `RateLimit`, for the names are inferred
  /// [contract prospectb2b §7].
  func headers(prefix: String) -> [(name: HTTPField.Name, value: String)] {
    [
      (.known("\(prefix)-Limit"), String(limit)),
      (.known("\(prefix)-Remaining"), String(remaining)),
      (.known("\(prefix)-Reset"), String(reset)),
    ]
  }
}
