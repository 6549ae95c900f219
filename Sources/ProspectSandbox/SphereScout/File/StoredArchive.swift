/// A ZIP file whose members are not compressed [APPNOTE 6.3.3, §4.3]: enough for a workbook.
///
/// Sizes are 32 bits wide, which no export of the sandbox reaches.
struct StoredArchive {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count: UInt16 = 0

  mutating func add(_ name: String, _ content: [UInt8]) {
    let offset = bytes.count
    let description = StoredArchive.description(name, content)
    bytes.appendLittle(0x0403_4B50, width: 4)
    bytes += description + Array(name.utf8) + content
    directory.appendLittle(0x0201_4B50, width: 4)
    directory.appendLittle(20, width: 2)
    directory += description
    // No comment, first disk, no attributes, then where the member lies.
    directory += [UInt8](repeating: 0, count: 10)
    directory.appendLittle(offset, width: 4)
    directory += Array(name.utf8)
    count += 1
  }

  /// The whole file; nothing can be added afterwards.
  consuming func finish() -> [UInt8] {
    let start = bytes.count
    bytes += directory
    bytes.appendLittle(0x0605_4B50, width: 4)
    bytes.appendLittle(0, width: 4)
    bytes.appendLittle(Int(count), width: 2)
    bytes.appendLittle(Int(count), width: 2)
    bytes.appendLittle(directory.count, width: 4)
    bytes.appendLittle(start, width: 4)
    bytes.appendLittle(0, width: 2)
    return bytes
  }

  /// What both headers of a member say: version 2.0, stored, 1980-01-01, checksum and sizes.
  private static func description(_ name: String, _ content: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    out.appendLittle(20, width: 2)
    // Bit 11: names are UTF-8.
    out.appendLittle(0x0800, width: 2)
    out.appendLittle(0, width: 2)
    out.appendLittle(0x0021_0000, width: 4)
    out.appendLittle(Int(checksum(content)), width: 4)
    out.appendLittle(content.count, width: 4)
    out.appendLittle(content.count, width: 4)
    out.appendLittle(name.utf8.count, width: 2)
    out.appendLittle(0, width: 2)
    return out
  }

  /// CRC-32 with the reversed polynomial 0xEDB88320.
  private static func checksum(_ content: [UInt8]) -> UInt32 {
    ~content.reduce(~UInt32(0)) { sum, byte in
      sum >> 8 ^ table[Int(UInt8(truncatingIfNeeded: sum) ^ byte)]
    }
  }

  private static let table: [UInt32] = (0..<256).map { number in
    (0..<8).reduce(UInt32(number)) { value, _ in
      value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1
    }
  }
}

extension [UInt8] {
  /// Appends a number with its lowest byte first.
  fileprivate mutating func appendLittle(_ value: Int, width: Int) {
    for place in 0..<width { append(UInt8(truncatingIfNeeded: value >> (8 * place))) }
  }
}
