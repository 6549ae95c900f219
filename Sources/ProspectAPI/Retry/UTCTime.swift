/// A moment as people and programs read it (RFC 3339 §5.6).
package enum UTCTime {
  /// As in `2026-11-21T11:12:13Z`.
  ///
  /// - Parameter seconds: since 1970; a fraction is rounded up, so that nobody comes too early.
  package static func text(_ seconds: Double) -> String {
    // Far away enough for any wait, and exact in a Double.
    let whole = Int(min(max(seconds, 0), 1e12).rounded(.up))
    let (year, month, day) = date(whole / 86400)
    let clock = [whole / 3600 % 24, whole / 60 % 60, whole % 60]
    return [year, month, day].map(padded).joined(separator: "-") + "T"
      + clock.map(padded).joined(separator: ":") + "Z"
  }

  /// The date of a day since 1970 in the Gregorian calendar, counting years from March so that the leap day is the last.
  private static func date(_ days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  private static func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}

extension Duration {
  /// Whole seconds; a fraction counts as one, so that nobody comes too early.
  package var secondsRoundedUp: Int64 {
    components.seconds + (components.attoseconds > 0 ? 1 : 0)
  }
}
