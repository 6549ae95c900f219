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
}
