/// Cuts a Lua 5.4 text into words (manual §3.1).
///
/// Lua itself has compiled the text before, so what is malformed here ends a word early and nothing worse.
package struct Lexer {
  private(set) var line = 1
  var position = 0
  let bytes: [UInt8]

  init(_ source: [UInt8]) {
    bytes = source
    // A first line that names an interpreter is none of Lua's.
    if source.first == UInt8(ascii: "#") { skipLine() }
  }

  package static func tokens(of source: [UInt8]) -> [Token] {
    var lexer = Lexer(source)
    var tokens: [Token] = []
    while true {
      let token = lexer.next()
      tokens.append(token)
      if token.kind == .end { return tokens }
    }
  }

  private mutating func next() -> Token {
    skipBlanks()
    let start = line
    return Token(kind: kind(), line: start)
  }

  private mutating func kind() -> Token.Kind {
    guard let byte = peek() else { return .end }
    if byte.isNameStart { return .name(takeWhile(\.isNamePart)) }
    if byte.isDigit || byte == UInt8(ascii: ".") && (peek(1)?.isDigit ?? false) { return number() }
    if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { return .string(quoted()) }
    if byte == UInt8(ascii: "["), let level = longBracketLevel() { return .string(long(level)) }
    return .symbol(symbol())
  }

  func peek(_ ahead: Int = 0) -> UInt8? {
    position + ahead < bytes.count ? bytes[position + ahead] : nil
  }

  mutating func take() -> UInt8? {
    guard let byte = peek() else { return nil }
    if byte == UInt8(ascii: "\n") { line += 1 }
    position += 1
    return byte
  }

  mutating func takeWhile(_ isWanted: (UInt8) -> Bool) -> String {
    let start = position
    while let byte = peek(), isWanted(byte) { _ = take() }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func skipBlanks() {
    while let byte = peek() {
      if byte.isBlank {
        _ = take()
      } else if byte == UInt8(ascii: "-"), peek(1) == UInt8(ascii: "-") {
        position += 2
        if peek() == UInt8(ascii: "["), let level = longBracketLevel() {
          _ = long(level)
        } else {
          skipLine()
        }
      } else {
        return
      }
    }
  }

  private mutating func skipLine() { _ = takeWhile { $0 != UInt8(ascii: "\n") } }

  private mutating func number() -> Token.Kind {
    var text = ""
    while let byte = peek() {
      let isSign = byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-")
      let isHex = text.hasPrefix("0x") || text.hasPrefix("0X")
      let isAfterExponent = text.last.map { isHex ? "pP".contains($0) : "eE".contains($0) } ?? false
      guard byte.isNamePart || byte == UInt8(ascii: ".") || isSign && isAfterExponent else { break }
      text.unicodeScalars.append(Unicode.Scalar(byte))
      position += 1
    }
    return .number(Double(text) ?? .nan)
  }

  private mutating func symbol() -> String {
    let known = ["...", "..", "==", "~=", "<=", ">=", "//", "::", "<<", ">>"]
    for text in known where bytes[position...].starts(with: text.utf8) {
      position += text.utf8.count
      return text
    }
    position += 1
    return String(decoding: [bytes[position - 1]], as: UTF8.self)
  }
}

extension UInt8 {
  var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }
  var isNameStart: Bool { self == UInt8(ascii: "_") || (self | 0x20) &- UInt8(ascii: "a") < 26 }
  var isNamePart: Bool { isNameStart || isDigit }
  var isBlank: Bool { self == 0x20 || self &- 9 < 5 }
}
