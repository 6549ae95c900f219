/// A number and the unit that follows it, as people write them in options: `2s`, `1.5 GiB`, `5000`.
struct Quantity: Equatable {
  var value: Double
  var unit: Substring

  /// Splits `text` behind its digits; nil when it does not begin with a number of zero or more.
  init?(_ text: Substring) {
    let digits = text.prefix { $0.isASCII && $0.isNumber || $0 == "." }
    guard let value = Double(digits), value.isFinite else { return nil }
    self.value = value
    unit = text.dropFirst(digits.count).drop { $0 == " " }
  }
}
