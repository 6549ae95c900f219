/// A gzip file (RFC 1952) of nothing but zeros: a thousandth of what it unpacks to.
struct GzipZeros {
  private(set) var bytes: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]
  private var pending: UInt32 = 0
  private var pendingBits = 0

  /// - Parameter runs: of 258 zeros each, the longest match that deflate has (RFC 1951 §3.2.5); one more stands in front.
  init(runs: Int) {
    write(1, 1)  // the last block
    write(1, 2)  // fixed codes
    write(code: 0x30, 8)  // a zero
    for _ in 0..<runs {
      write(code: 0xC5, 8)  // a match of 258 bytes
      write(code: 0, 5)  // one byte back
    }
    write(code: 0, 7)  // the end of the block
    write(0, (8 - pendingBits % 8) % 8)
    let count = runs * 258 + 1
    for word in [Self.checksum(ofZeros: count), UInt32(count)] {
      bytes.append(contentsOf: (0..<4).map { UInt8(truncatingIfNeeded: word >> (8 * $0)) })
    }
  }

  private mutating func write(_ bits: UInt32, _ count: Int) {
    pending |= bits << UInt32(pendingBits)
    pendingBits += count
    while pendingBits >= 8 {
      bytes.append(UInt8(truncatingIfNeeded: pending))
      pending >>= 8
      pendingBits -= 8
    }
  }

  /// Codes begin with their highest bit.
  private mutating func write(code: UInt32, _ count: Int) {
    for bit in (0..<count).reversed() { write(code >> UInt32(bit) & 1, 1) }
  }

  private static func checksum(ofZeros count: Int) -> UInt32 {
    var sum = ~UInt32(0)
    for _ in 0..<count {
      for _ in 0..<8 { sum = sum & 1 == 0 ? sum >> 1 : sum >> 1 ^ 0xEDB8_8320 }
    }
    return ~sum
  }
}
