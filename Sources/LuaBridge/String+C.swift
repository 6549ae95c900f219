extension String {
  /// The zero-terminated text that `fill` writes into `capacity` bytes; bytes that are not UTF-8 are replaced.
  init(capacity: Int, fill: (UnsafeMutablePointer<CChar>) -> Void) {
    self = withUnsafeTemporaryAllocation(of: CChar.self, capacity: capacity) { buffer in
      buffer.initialize(repeating: 0)
      if let start = buffer.baseAddress { fill(start) }
      return String(
        decoding: buffer.prefix { $0 != 0 }.lazy.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
  }
}
