/// What both sides of the port agree on before the first byte.
package enum Port {
  /// The protocol version; the first frame of each side carries it.
  package static let version: UInt32 = 4

  /// The largest frame, in bytes after the length field. A longer one is malformed.
  package static let maximumFrameLength = 64 << 20

  /// Kind and id, which every frame has in front of its payload.
  static let headerLength = 1 + 8
}
