/// Numbers in header fields: decimal, nothing else. `Double.init` also takes `nan`, `inf` and hexadecimal.
enum DecimalText {
  /// The number that a text is, spaces around it aside; nil when it is none. Huge ones may be infinite.
  static func number(_ text: some StringProtocol) -> Double? {
    let trimmed = String(text).trimmingSpaces
    let isDecimal = trimmed.utf8.allSatisfy {
      $0.isDigit || [UInt8](".+-eE".utf8).contains($0)
    }
    guard isDecimal, trimmed.utf8.contains(where: \.isDigit) else { return nil }
    return Double(trimmed)
  }
}

extension String {
  /// Without spaces and tabs at both ends.
  var trimmingSpaces: String {
    let isSpace = { (c: Character) in c == " " || c == "\t" }
    return String(drop(while: isSpace).reversed().drop(while: isSpace).reversed())
  }
}
