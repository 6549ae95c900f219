/// The header field `Retry-After` (RFC 9110 §10.2.3): seconds, or a date.
enum RetryAfter {
  /// Seconds to wait; nil when the text is neither. A date is measured against `clock`, in Unix seconds; one in the
  /// past is zero, and so is a negative number.
  static func seconds(_ text: String, clock: Double) -> Double? {
    if let number = Double(text.trimmingSpaces), !number.isNaN { return max(0, number) }
    return HTTPDate.seconds(text).map { max(0, $0 - clock) }
  }
}

extension String {
  /// Without spaces and tabs at both ends.
  var trimmingSpaces: String {
    let isSpace = { (c: Character) in c == " " || c == "\t" }
    return String(drop(while: isSpace).reversed().drop(while: isSpace).reversed())
  }
}
