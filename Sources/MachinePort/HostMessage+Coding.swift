extension HostMessage {
  private enum Kind: UInt8 {
    case start = 1
    case evaluate = 2
    case value = 3
    case failure = 4
    case interrupt = 5
  }

  /// Appends this message as one frame. Throws `PortError.length` when it is too long; nothing is
  /// written then.
  package func encode(into writer: inout PortWriter) throws(PortError) {
    switch self {
    case .start(let start):
      try writer.frame(Kind.start.rawValue, id: 0) { start.write(to: &$0) }
    case .evaluate(let source):
      try writer.frame(Kind.evaluate.rawValue, id: 0) { $0.bytes(source) }
    case .reply(let id, .value(let json, let meta, let descriptor)):
      try writer.frame(Kind.value.rawValue, id: id) {
        $0.bool(descriptor != nil)
        $0.bytes(meta)
        $0.bytes(json)
      }
    case .reply(let id, .failure(let json)):
      try writer.frame(Kind.failure.rawValue, id: id) { $0.bytes(json) }
    case .interrupt:
      try writer.frame(Kind.interrupt.rawValue, id: 0) { _ in }
    }
  }

  /// Understands a frame. `takeDescriptor` gives the descriptors that came beside the bytes, in
  /// their order.
  package init(_ frame: Frame, takeDescriptor: () -> Int32? = { nil }) throws(PortError) {
    guard let kind = Kind(rawValue: frame.kind) else { throw .unknownKind(frame.kind) }
    var reader = frame.payload
    switch kind {
    case .start: self = .start(try Start(from: &reader))
    case .evaluate: self = .evaluate(source: try reader.bytes())
    case .value:
      let hasDescriptor = try reader.bool("descriptor flag")
      let descriptor = hasDescriptor ? takeDescriptor() : nil
      if hasDescriptor && descriptor == nil { throw .missingDescriptor }
      let meta = try reader.bytes()
      let json = try reader.bytes()
      self = .reply(id: frame.id, .value(json: json, meta: meta, descriptor: descriptor))
    case .failure: self = .reply(id: frame.id, .failure(json: try reader.bytes()))
    case .interrupt: self = .interrupt
    }
    try reader.end()
  }
}
