/// Lengths of time as descriptions write them: `90s`, `30m`, `1h30m`, `2d`.
enum DurationText {
  private static let seconds: [Character: Int64] = ["s": 1, "m": 60, "h": 3600, "d": 86400]

  /// Nil when the text is none, or of no length.
  static func duration(_ text: String) -> Duration? {
    var total: Int64 = 0
    var digits = ""
    for character in text {
      if let unit = seconds[character] {
        // Nine digits of days fit 64 bits of seconds.
        guard digits.count <= 9, let count = Int64(digits) else { return nil }
        total += count * unit
        digits = ""
      } else if character.isASCII, character.isNumber {
        digits.append(character)
      } else {
        return nil
      }
    }
    return digits.isEmpty && total > 0 ? .seconds(total) : nil
  }
}
