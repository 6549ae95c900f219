extension Lexer {
  /// A text between quotes; the escapes that names can be written with are read, others are left out.
  mutating func quoted() -> String {
    let quote = take()
    var text: [UInt8] = []
    while let byte = take(), byte != quote {
      guard byte == UInt8(ascii: "\\"), let escaped = take() else {
        text.append(byte)
        continue
      }
      switch escaped {
      case UInt8(ascii: "n"): text.append(0x0A)
      case UInt8(ascii: "t"): text.append(0x09)
      case UInt8(ascii: "z"): _ = takeWhile(\.isBlank)
      case UInt8(ascii: "x"): hexadecimal(&text)
      case UInt8(ascii: "u"): codePoint(&text)
      case _ where escaped.isDigit: decimal(escaped, &text)
      default: text.append(escaped)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func hexadecimal(_ text: inout [UInt8]) {
    let digits = [take(), take()].compactMap(\.self)
    if let byte = UInt8(String(decoding: digits, as: UTF8.self), radix: 16) { text.append(byte) }
  }

  private mutating func decimal(_ first: UInt8, _ text: inout [UInt8]) {
    var digits = [first]
    while digits.count < 3, let digit = peek(), digit.isDigit {
      digits.append(digit)
      position += 1
    }
    if let byte = UInt8(String(decoding: digits, as: UTF8.self)) { text.append(byte) }
  }

  private mutating func codePoint(_ text: inout [UInt8]) {
    guard take() == UInt8(ascii: "{") else { return }
    let digits = takeWhile { $0 != UInt8(ascii: "}") }
    _ = take()
    if let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value) {
      text.append(contentsOf: String(Character(scalar)).utf8)
    }
  }

  /// How many `=` stand in a long bracket that begins here; nil when none begins.
  func longBracketLevel() -> Int? {
    var level = 0
    while peek(1 + level) == UInt8(ascii: "=") { level += 1 }
    return peek(1 + level) == UInt8(ascii: "[") ? level : nil
  }

  /// A text between long brackets.
  mutating func long(_ level: Int) -> String {
    position += level + 2
    // A line end right behind the bracket is no part of the text.
    if peek() == UInt8(ascii: "\r") { _ = take() }
    if peek() == UInt8(ascii: "\n") { _ = take() }
    let start = position
    let close =
      [UInt8(ascii: "]")] + Array(repeating: UInt8(ascii: "="), count: level) + [UInt8(ascii: "]")]
    while position < bytes.count, !bytes[position...].starts(with: close) { _ = take() }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    position = min(bytes.count, position + close.count)
    return text
  }
}
