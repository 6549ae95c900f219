/// The header field `Retry-After` (RFC 9110 §10.2.3): seconds, or a date.
enum RetryAfter {
  /// Seconds to wait; nil when the text is neither. A date is measured against `clock`, in Unix seconds; one in the
  /// past is zero, and so is a negative number.
  static func seconds(_ text: String, clock: Double) -> Double? {
    if let date = HTTPDate.seconds(text) { return max(0, date - clock) }
    // A field that came twice may have been joined on the way (RFC 9110 §5.3): the longest wait keeps all of them.
    let numbers = text.split(separator: ",", omittingEmptySubsequences: false).map {
      DecimalText.number($0)
    }
    guard !numbers.contains(where: { $0 == nil }) else { return nil }
    return numbers.compactMap(\.self).max().map { max(0, $0) }
  }
}
