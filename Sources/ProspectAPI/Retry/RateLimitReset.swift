/// When a rate limit begins anew, in the forms that APIs use.
enum RateLimitReset {
  /// A number: seconds from now, Unix seconds, or Unix milliseconds, told apart by size.
  static func seconds(_ text: String, clock: Double) -> Double? {
    guard let number = Double(text.trimmingSpaces), number.isFinite else { return nil }
    // No limit lasts thirty years, and no clock of today shows less.
    if number >= 1e11 { return max(0, number / 1000 - clock) }
    if number >= 1e9 { return max(0, number - clock) }
    return max(0, number)
  }

  /// The structured field `RateLimit` (IETF draft "RateLimit header fields for HTTP"): `…;t=30`, or the older
  /// `limit=60, remaining=0, reset=30`. Always seconds from now.
  static func seconds(ofField text: String) -> Double? {
    for part in text.split(whereSeparator: { $0 == ";" || $0 == "," }) {
      let pair = part.split(separator: "=", maxSplits: 1).map {
        String($0).trimmingSpaces.lowercased()
      }
      guard pair.count == 2, pair[0] == "t" || pair[0] == "reset" else { continue }
      if let number = Double(pair[1]), number.isFinite { return max(0, number) }
    }
    return nil
  }
}
