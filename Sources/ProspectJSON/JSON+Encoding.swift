extension JSON {
  /// The document as compact UTF-8 bytes; members keep their order.
  ///
  /// A number that JSON cannot say (NaN, ±∞) is written as `null`, as JavaScript does.
  public var encoded: [UInt8] {
    var out: [UInt8] = []
    write(to: &out)
    return out
  }

  /// The document as compact text.
  public var text: String { String(decoding: encoded, as: UTF8.self) }

  /// Appends the document as compact UTF-8 bytes.
  public func write(to out: inout [UInt8]) {
    switch self {
    case .null: out.append(contentsOf: "null".utf8)
    case .bool(let flag): out.append(contentsOf: (flag ? "true" : "false").utf8)
    case .integer(let value): out.append(contentsOf: String(value).utf8)
    case .number(let value): JSON.write(value, to: &out)
    case .string(let text): JSON.write(text, to: &out)
    case .array(let elements):
      JSON.write(elements, between: "[", "]", to: &out) { $0.write(to: &$1) }
    case .object(let object):
      JSON.write(object.members, between: "{", "}", to: &out) { member, out in
        JSON.write(member.name, to: &out)
        out.append(UInt8(ascii: ":"))
        member.value.write(to: &out)
      }
    }
  }

  /// Appends `text` as a JSON string, quotes included.
  public static func write(_ text: String, to out: inout [UInt8]) {
    var text = text
    out.append(UInt8(ascii: "\""))
    text.withUTF8 { bytes in
      var start = 0
      for (index, byte) in bytes.enumerated() where needsEscape(byte) {
        out.append(contentsOf: bytes[start..<index])
        escape(byte, to: &out)
        start = index + 1
      }
      out.append(contentsOf: bytes[start...])
    }
    out.append(UInt8(ascii: "\""))
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private static func escape(_ byte: UInt8, to out: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "\""): out.append(contentsOf: #"\""#.utf8)
    case UInt8(ascii: "\\"): out.append(contentsOf: #"\\"#.utf8)
    case UInt8(ascii: "\n"): out.append(contentsOf: #"\n"#.utf8)
    case UInt8(ascii: "\r"): out.append(contentsOf: #"\r"#.utf8)
    case UInt8(ascii: "\t"): out.append(contentsOf: #"\t"#.utf8)
    default:
      out.append(contentsOf: byte < 0x10 ? #"\u000"#.utf8 : #"\u001"#.utf8)
      out.append(contentsOf: String(byte & 15, radix: 16).utf8)
    }
  }

  private static func write(_ value: Double, to out: inout [UInt8]) {
    guard value.isFinite else { return out.append(contentsOf: "null".utf8) }
    out.append(contentsOf: value.description.utf8)
  }

  private static func write<Element>(
    _ elements: [Element], between open: String, _ close: String, to out: inout [UInt8],
    _ body: (Element, inout [UInt8]) -> Void
  ) {
    out.append(contentsOf: open.utf8)
    for (index, element) in elements.enumerated() {
      if index > 0 { out.append(UInt8(ascii: ",")) }
      body(element, &out)
    }
    out.append(contentsOf: close.utf8)
  }
}
