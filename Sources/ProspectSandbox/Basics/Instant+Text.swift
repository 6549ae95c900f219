extension Instant {
  /// ISO 8601 in UTC with milliseconds, the form of ProspectB2B [contract prospectb2b §1].
  package var text: String { text(fraction: true) }

  /// ISO 8601 in UTC with whole seconds, the form of OpenProspect's samples [seed 001].
  var wholeSecondsText: String { text(fraction: false) }

  private func text(fraction: Bool) -> String {
    let total = seconds
    let dayNumber = total >= 0 ? total / 86_400 : (total - 86_399) / 86_400
    let (year, month, day) = Instant.date(dayNumber: dayNumber)
    let second = Int(total - dayNumber * 86_400)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(24)
    bytes.appendDigits(year, width: 4)
    bytes.appendDigits(month, width: 2, after: "-")
    bytes.appendDigits(day, width: 2, after: "-")
    bytes.appendDigits(second / 3600, width: 2, after: "T")
    bytes.appendDigits(second / 60 % 60, width: 2, after: ":")
    bytes.appendDigits(second % 60, width: 2, after: ":")
    if fraction { bytes.appendDigits(Int(milliseconds - total * 1000), width: 3, after: ".") }
    bytes.append(UInt8(ascii: "Z"))
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Reads an ISO 8601 date-time; one without a zone is UTC [contract openprospect §11].
  ///
  /// - Returns: nil for anything else, such as a date without a time.
  package init?(text: String) {
    var reader = DateTimeReader(text)
    guard
      let year = reader.digits(4), reader.take("-"), let month = reader.digits(2), reader.take("-"),
      let day = reader.digits(2), reader.take("T") || reader.take("t") || reader.take(" "),
      let hour = reader.digits(2), reader.take(":"), let minute = reader.digits(2),
      reader.take(":"), let second = reader.digits(2),
      (1...12).contains(month), (1...31).contains(day), hour < 24, minute < 60, second < 61
    else { return nil }
    let fraction = reader.fraction()
    guard let offset = reader.zone(), reader.isAtEnd else { return nil }
    let days = Instant.dayNumber(year: year, month: month, day: day)
    let seconds = days * 86_400 + Int64(hour * 3600 + minute * 60 + second - offset)
    self.init(milliseconds: seconds * 1000 + Int64(fraction))
  }

  /// Days since 1970 of a date in the Gregorian calendar (years start in March to put leap days
  /// last).
  private static func dayNumber(year: Int, month: Int, day: Int) -> Int64 {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int64(era * 146_097 + dayOfEra - 719_468)
  }

  private static func date(dayNumber: Int64) -> (year: Int, month: Int, day: Int) {
    let shifted = Int(dayNumber) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch + (monthFromMarch < 10 ? 3 : -9)
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }
}

extension [UInt8] {
  fileprivate mutating func appendDigits(
    _ value: Int, width: Int, after separator: Unicode.Scalar? = nil
  ) {
    if let separator { append(UInt8(ascii: separator)) }
    var divisor = 1
    for _ in 1..<width { divisor *= 10 }
    while divisor > 0 {
      append(UInt8(ascii: "0") + UInt8(value / divisor % 10))
      divisor /= 10
    }
  }
}
