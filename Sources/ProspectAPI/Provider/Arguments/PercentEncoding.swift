/// Percent-encoding of single values (RFC 3986 §2): everything but unreserved characters is encoded, so that no value
/// can end its part of the URL.
enum PercentEncoding {
  private static let digits = Array("0123456789ABCDEF".utf8)

  static func append(_ value: String, to url: inout [UInt8]) {
    for byte in value.utf8 {
      if byte.isLetterOrDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
        || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "~")
      {
        url.append(byte)
      } else {
        url.append(UInt8(ascii: "%"))
        url.append(digits[Int(byte >> 4)])
        url.append(digits[Int(byte & 15)])
      }
    }
  }

  /// The text that was encoded; nil when a percent sign has no two digits behind it, or the bytes are no text.
  static func decoded(_ text: some StringProtocol) -> String? {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard rest.count >= 2, rest.prefix(2).allSatisfy(Self.isHexadecimal),
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      else { return nil }
      rest.removeFirst(2)
      bytes.append(value)
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    byte.isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
  }
}
