/// The structured field `RateLimit` (IETF draft "RateLimit header fields for HTTP"), in its two forms:
/// `"default";r=50;t=30`, of which there may be several, and the older `limit=100, remaining=50, reset=30`.
///
/// Its times are always seconds from now.
enum RateLimitField {
  /// The limit that is reached first; nil when the text holds none.
  static func tightest(_ text: String) -> RateQuota? {
    let limits = text.split(separator: ",").map { numbers($0, separator: ";") }
    let current = limits.compactMap { quota($0["r"], $0["t"]) }
    if let tightest = current.min(by: isTighter) { return tightest }
    let older = numbers(Substring(text), separator: ",")
    return quota(older["remaining"], older["reset"])
  }

  private static func quota(_ remaining: Double?, _ seconds: Double?) -> RateQuota? {
    if remaining == nil, seconds == nil { return nil }
    return RateQuota(
      remaining: remaining.map(RateQuota.count),
      reset: seconds.map(Duration.saturating(seconds:)))
  }

  /// Fewer requests left, or as many and for longer.
  private static func isTighter(_ a: RateQuota, _ b: RateQuota) -> Bool {
    let (left, right) = (a.remaining ?? .max, b.remaining ?? .max)
    return left == right ? (a.reset ?? .zero) > (b.reset ?? .zero) : left < right
  }

  private static func numbers(_ text: Substring, separator: Character) -> [String: Double] {
    var numbers: [String: Double] = [:]
    for part in text.split(separator: separator) {
      let pair = part.split(separator: "=", maxSplits: 1)
      guard pair.count == 2, let number = DecimalText.number(pair[1]) else { continue }
      numbers[String(pair[0]).trimmingSpaces.lowercased()] = number
    }
    return numbers
  }
}
