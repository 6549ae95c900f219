/// One escape of a text: a character that is written by other ones.
struct Escape {
  /// What it stands for.
  let bytes: [UInt8]
  /// How many bytes it takes.
  let length: Int

  /// How long one of the escapes that are known can be: a pair of surrogates.
  static let longest = 12

  /// The escape that begins at `place`, where a percent sign or a backslash stands; nil when there is none, or it is not
  /// all there.
  init?(in text: UnsafeRawBufferPointer, at place: Int) {
    if text[place] == UInt8(ascii: "%") {
      guard let value = Self.number(text, place + 1, digits: 2) else { return nil }
      self.init([UInt8(truncatingIfNeeded: value)], 3)
      return
    }
    guard place + 1 < text.count else { return nil }
    switch text[place + 1] {
    case UInt8(ascii: "/"), UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "'"):
      self.init([text[place + 1]], 2)
    case UInt8(ascii: "n"): self.init([0x0A], 2)
    case UInt8(ascii: "r"): self.init([0x0D], 2)
    case UInt8(ascii: "t"): self.init([0x09], 2)
    case UInt8(ascii: "b"): self.init([0x08], 2)
    case UInt8(ascii: "f"): self.init([0x0C], 2)
    case UInt8(ascii: "x"):
      guard let value = Self.number(text, place + 2, digits: 2) else { return nil }
      self.init([UInt8(truncatingIfNeeded: value)], 4)
    case UInt8(ascii: "u"): self.init(unicode: text, at: place)
    default: return nil
    }
  }

  private init(_ bytes: [UInt8], _ length: Int) {
    self.bytes = bytes
    self.length = length
  }

  /// `\u002f`, a pair of surrogates (RFC 8259 §7), or `\u{2f}`.
  private init?(unicode text: UnsafeRawBufferPointer, at place: Int) {
    if place + 2 < text.count, text[place + 2] == UInt8(ascii: "{") {
      let limit = min(text.count, place + Self.longest)
      guard
        let end = (place + 3..<max(limit, place + 3)).first(where: { text[$0] == UInt8(ascii: "}") }
        ),
        let value = Self.number(text, place + 3, digits: end - place - 3)
      else { return nil }
      self.init(scalar: value, end + 1 - place)
      return
    }
    guard let high = Self.number(text, place + 2, digits: 4) else { return nil }
    guard 0xD800..<0xDC00 ~= high else {
      self.init(scalar: high, 6)
      return
    }
    guard place + 7 < text.count, text[place + 6] == UInt8(ascii: "\\"),
      text[place + 7] == UInt8(ascii: "u"), let low = Self.number(text, place + 8, digits: 4),
      0xDC00..<0xE000 ~= low
    else { return nil }
    self.init(scalar: 0x10000 + (high - 0xD800) << 10 + (low - 0xDC00), 12)
  }

  private init?(scalar value: UInt32, _ length: Int) {
    guard let scalar = Unicode.Scalar(value) else { return nil }
    self.init(Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter), length)
  }

  private static func number(
    _ text: UnsafeRawBufferPointer, _ place: Int, digits: Int
  ) -> UInt32? {
    guard digits > 0, digits <= 6, place + digits <= text.count else { return nil }
    var number: UInt32 = 0
    for byte in text[place..<place + digits] {
      guard let digit = byte.hexadecimalValue else { return nil }
      number = number << 4 | digit
    }
    return number
  }
}

extension UInt8 {
  /// What it says as a hexadecimal digit; nil when it is none.
  var hexadecimalValue: UInt32? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(self - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(self - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(self - UInt8(ascii: "A") + 10)
    default: nil
    }
  }
}
