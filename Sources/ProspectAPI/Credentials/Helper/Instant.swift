#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Instants as APIs write them (RFC 3339 §5.6), as Unix seconds.
package enum Instant {
  /// Nil when the text is none; fractions of a second are dropped.
  package static func seconds(_ text: String) -> Double? {
    guard DateTimeText.isValid(text) else { return nil }
    // It is valid, so its numbers stand where they must: YYYY-MM-DDThh:mm:ss, fraction, zone.
    let parts = text.split(whereSeparator: { !$0.isNumber }).compactMap { Int32($0) }
    guard parts.count >= 6 else { return nil }
    var time = tm()
    (time.tm_year, time.tm_mon, time.tm_mday) = (parts[0] - 1900, parts[1] - 1, parts[2])
    (time.tm_hour, time.tm_min, time.tm_sec) = (parts[3], parts[4], parts[5])
    return Double(timegm(&time) - offset(text))
  }

  /// What the zone is ahead of UTC, in seconds.
  private static func offset(_ text: String) -> Int {
    let zone = text.suffix(6)
    guard zone.first == "+" || zone.first == "-", text.last?.isNumber == true else { return 0 }
    let numbers = zone.dropFirst().split(separator: ":").compactMap { Int($0) }
    guard numbers.count == 2 else { return 0 }
    return (numbers[0] * 60 + numbers[1]) * (zone.first == "-" ? -60 : 60)
  }
}
