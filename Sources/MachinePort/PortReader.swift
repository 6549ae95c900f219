/// Reads the payload of one frame from front to back; every read checks that the bytes are there.
package struct PortReader: Sendable {
  private var rest: ArraySlice<UInt8>

  init(_ payload: ArraySlice<UInt8>) { rest = payload }

  mutating func u8() throws(PortError) -> UInt8 {
    guard let value = rest.popFirst() else { throw .truncated }
    return value
  }

  mutating func bool(_ field: String) throws(PortError) -> Bool {
    switch try u8() {
    case 0: false
    case 1: true
    default: throw .invalid(field: field)
    }
  }

  mutating func u32() throws(PortError) -> UInt32 { UInt32(truncatingIfNeeded: try integer(4)) }

  mutating func u64() throws(PortError) -> UInt64 { try integer(8) }

  mutating func f64() throws(PortError) -> Double { Double(bitPattern: try u64()) }

  mutating func bytes() throws(PortError) -> [UInt8] { Array(try take(Int(try u32()))) }

  /// Text; bytes that are not UTF-8 are malformed, because no side writes such text.
  mutating func string(_ field: String) throws(PortError) -> String {
    let text = try take(Int(try u32()))
    guard let value = String(validating: text, as: UTF8.self) else { throw .invalid(field: field) }
    return value
  }

  mutating func optional<Value>(
    _ field: String, _ read: (inout PortReader) throws(PortError) -> Value
  ) throws(PortError) -> Value? {
    try bool(field) ? try read(&self) : nil
  }

  /// The message must end where its frame does.
  func end() throws(PortError) {
    if !rest.isEmpty { throw .trailingBytes(rest.count) }
  }

  private mutating func take(_ count: Int) throws(PortError) -> ArraySlice<UInt8> {
    guard count <= rest.count else { throw .truncated }
    let taken = rest.prefix(count)
    rest.removeFirst(count)
    return taken
  }

  private mutating func integer(_ width: Int) throws(PortError) -> UInt64 {
    let taken = try take(width)
    var value: UInt64 = 0
    for byte in taken.reversed() { value = value << 8 | UInt64(byte) }
    return value
  }
}
