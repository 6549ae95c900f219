/// Appends frames to one growing buffer, so that a whole turn leaves in one write.
package struct PortWriter: Sendable {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  /// Forgets the written bytes and keeps their memory for the next turn.
  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
  }

  /// Writes one frame around the payload that `body` writes. A frame that would be too long leaves
  /// no trace.
  mutating func frame(_ kind: UInt8, id: UInt64, _ body: (inout PortWriter) -> Void)
    throws(PortError)
  {
    let start = bytes.count
    u32(0)
    u8(kind)
    u64(id)
    body(&self)
    let length = bytes.count - start - 4
    guard length <= Port.maximumFrameLength else {
      bytes.removeSubrange(start...)
      throw .length(length)
    }
    for index in 0..<4 { bytes[start + index] = UInt8(truncatingIfNeeded: length >> (8 * index)) }
  }

  mutating func u8(_ value: UInt8) { bytes.append(value) }

  mutating func bool(_ value: Bool) { u8(value ? 1 : 0) }

  mutating func u32(_ value: UInt32) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func u64(_ value: UInt64) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func f64(_ value: Double) { u64(value.bitPattern) }

  mutating func bytes(_ value: [UInt8]) {
    u32(UInt32(truncatingIfNeeded: value.count))
    bytes.append(contentsOf: value)
  }

  mutating func string(_ value: String) {
    let text = value.utf8
    u32(UInt32(truncatingIfNeeded: text.count))
    bytes.append(contentsOf: text)
  }

  /// A value that may be absent: a flag, then the value.
  mutating func optional<Value>(_ value: Value?, _ write: (inout PortWriter, Value) -> Void) {
    bool(value != nil)
    if let value { write(&self, value) }
  }
}
