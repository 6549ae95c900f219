/// Writes bytes of a file as a JSON string.
enum JSONText {
  private static let hex = Array("0123456789abcdef".utf8)

  /// Bytes that are not UTF-8 are read as Latin-1, as files of older spreadsheets mean them: text
  /// in JSON, and so in every request, must be UTF-8.
  static func append(_ bytes: [UInt8], to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    if bytes.allSatisfy({ isPlain($0) }) {
      output.append(contentsOf: bytes)
    } else if String(validating: bytes, as: UTF8.self) != nil {
      for byte in bytes { append(byte, to: &output) }
    } else {
      for byte in bytes {
        guard byte >= 0x80 else {
          append(byte, to: &output)
          continue
        }
        output.append(0xC0 | byte >> 6)
        output.append(0x80 | byte & 0x3F)
      }
    }
    output.append(UInt8(ascii: "\""))
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte < 0x80 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }

  private static func append(_ byte: UInt8, to output: inout [UInt8]) {
    if isPlain(byte) || byte >= 0x80 {
      output.append(byte)
    } else if byte >= 0x20 {
      output.append(UInt8(ascii: "\\"))
      output.append(byte)
    } else {
      output.append(contentsOf: [0x5C, 0x75, 0x30, 0x30, hex[Int(byte >> 4)], hex[Int(byte & 15)]])
    }
  }
}
