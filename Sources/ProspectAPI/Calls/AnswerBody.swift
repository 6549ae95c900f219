/// A quick look at the body of a good answer: is it a whole JSON document, as far as its two ends tell?
///
/// The machine parses it later, when nothing can be sent again any more; a proxy's page or an answer that was cut off is
/// noticed here.
enum AnswerBody {
  /// What is wrong with the body; nil when nothing is. An empty one is good: it stands for `null`.
  static func flaw(in body: [UInt8]) -> TransportError? {
    guard let first = body.first(where: { !isSpace($0) }),
      let last = body.last(where: { !isSpace($0) })
    else { return nil }
    if isWhole(first, last) { return nil }
    let isJSON = "{[\"-0123456789tfn".utf8.contains(first)
    return TransportError(
      isJSON ? .lost : .unreadable, isJSON ? "the answer was cut off" : "the answer is not JSON",
      isUnsent: false)
  }

  private static func isWhole(_ first: UInt8, _ last: UInt8) -> Bool {
    switch first {
    case UInt8(ascii: "{"): last == UInt8(ascii: "}")
    case UInt8(ascii: "["): last == UInt8(ascii: "]")
    case UInt8(ascii: "\""): last == UInt8(ascii: "\"")
    case UInt8(ascii: "t"), UInt8(ascii: "f"): last == UInt8(ascii: "e")
    case UInt8(ascii: "n"): last == UInt8(ascii: "l")
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): last.isDigit
    default: false
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }
}
