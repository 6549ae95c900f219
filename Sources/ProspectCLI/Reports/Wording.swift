internal import ProspectAPI

/// How numbers and times read in messages for people.
enum Wording {
  /// `1234567` as `1,234,567`.
  static func count(_ value: Int) -> String {
    let digits = Array(String(value.magnitude))
    var text = value < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text += "," }
      text.append(digit)
    }
    return text
  }

  /// `1 call`, `2 calls`.
  static func count(_ value: Int, _ noun: String) -> String {
    "\(count(value)) \(noun)\(value == 1 ? "" : "s")"
  }

  /// `0.8 s`, `12 s`, `3 m 05 s`, `2 h 04 m`: two units at most, for a person who waits.
  static func time(_ duration: Duration) -> String {
    let seconds = max(0, duration.inSeconds)
    return seconds < 9.95 ? tenths(seconds) + " s" : wholeSeconds(duration)
  }

  /// The same without tenths, for a figure that is rewritten all the time.
  static func wholeSeconds(_ duration: Duration) -> String {
    let whole = Int(max(0, duration.inSeconds))
    if whole < 60 { return "\(whole) s" }
    if whole < 3600 { return "\(whole / 60) m \(twoDigits(whole % 60)) s" }
    return "\(whole / 3600) h \(twoDigits(whole / 60 % 60)) m"
  }

  private static func tenths(_ value: Double) -> String {
    let scaled = Int((value * 10).rounded())
    return "\(scaled / 10).\(scaled % 10)"
  }

  private static func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}
