/// A frame that cannot be understood or sent. The other side of the port is then no longer trusted.
package enum PortError: Error, Equatable, Sendable {
  /// A frame announces a length outside `headerLength … maximumFrameLength`.
  case length(Int)
  /// No message has this number.
  case unknownKind(UInt8)
  /// The payload ends before its message does.
  case truncated
  /// Bytes are left over behind the message.
  case trailingBytes(Int)
  /// A field has a value that its type does not allow.
  case invalid(field: String)
  /// The other side speaks another version of the protocol.
  case version(UInt32)
  /// A message that hands over a descriptor came without one.
  case missingDescriptor
}

extension PortError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .length(let length):
      "a frame of \(length) bytes; frames hold at most \(Port.maximumFrameLength) bytes"
    case .unknownKind(let kind): "a frame of unknown kind \(kind)"
    case .truncated: "a frame that ends within its message"
    case .trailingBytes(let count): "a frame with \(count) bytes behind its message"
    case .invalid(let field): "a frame with an invalid \(field)"
    case .version(let version):
      "protocol version \(version) instead of \(Port.version); "
        + "use a prospect-worker of the same build as its host"
    case .missingDescriptor: "a reply that promises a file descriptor and brings none"
    }
  }
}
