import HTTPTypes

extension ProspectB2B {
  /// - Throws: 429 for a call above the key's quota.
  func refuse(_ reading: RateWindow.Reading, _ call: Call) throws(Refusal) {
    guard let seconds = reading.retryAfter else { return }
    let wait: String? =
      switch readings.retryAfter {
      case .seconds: String(seconds)
      case .date: (call.now + .seconds(seconds)).httpDate
      case .omitted: nil
      }
    throw Refusal(
      429, "rate_limited", "slow down", headers: wait.map { [(.retryAfter, $0)] } ?? [])
  }

  /// What an answer tells about the quota; the names are inferred [contract prospectb2b §7].
  func headers(of reading: RateWindow.Reading) -> [(name: HTTPField.Name, value: String)] {
    switch readings.rateLimitHeaders {
    case .prefixed: reading.headers(prefix: "X-RateLimit")
    case .plain: reading.headers(prefix: "RateLimit")
    case .none: []
    }
  }
}

extension Instant {
  /// The form of HTTP's own dates, as in `Mon, 02 Nov 2026 08:00:20 GMT` [RFC 9110 §5.6.7].
  var httpDate: String {
    let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    // 1970 began on a Thursday.
    let day = days[Int(((seconds / 86_400) % 7 + 7) % 7)]
    let text = wholeSecondsText
    let month = months[(Int(text.dropFirst(5).prefix(2)) ?? 1) - 1]
    return "\(day), \(text.dropFirst(8).prefix(2)) \(month) \(text.prefix(4)) "
      + "\(text.dropFirst(11).prefix(8)) GMT"
  }
}
