/// The form of an ISO 8601 instant as APIs take it (RFC 3339 §5.6): date, `T`, time, optional fraction, zone.
enum DateTimeText {
  static func isValid(_ text: String) -> Bool {
    var rest = Substring(text)
    guard let year = number(&rest, 4), take(&rest, "-"), let month = number(&rest, 2),
      take(&rest, "-"), let day = number(&rest, 2), take(&rest, "T") || take(&rest, "t"),
      let hour = number(&rest, 2), take(&rest, ":"), let minute = number(&rest, 2),
      take(&rest, ":"), let second = number(&rest, 2)
    else { return false }
    if take(&rest, ".") {
      let digits = rest.utf8.prefix { $0.isDigit }.count
      guard digits > 0 else { return false }
      rest = rest.dropFirst(digits)
    }
    return (1...12).contains(month) && (1...days(in: month, of: year)).contains(day) && hour < 24
      && minute < 60 && second <= 60 && isZone(rest)
  }

  private static func isZone(_ text: Substring) -> Bool {
    var rest = text
    if rest == "Z" || rest == "z" { return true }
    guard take(&rest, "+") || take(&rest, "-"), let hour = number(&rest, 2), take(&rest, ":"),
      let minute = number(&rest, 2)
    else { return false }
    return hour < 24 && minute < 60 && rest.isEmpty
  }

  private static func number(_ rest: inout Substring, _ digits: Int) -> Int? {
    let head = rest.utf8.prefix(digits)
    guard head.count == digits, head.allSatisfy(\.isDigit) else { return nil }
    rest = rest.dropFirst(digits)
    return head.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  private static func take(_ rest: inout Substring, _ character: Character) -> Bool {
    guard rest.first == character else { return false }
    rest.removeFirst()
    return true
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }
}
