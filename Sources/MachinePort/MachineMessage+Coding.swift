extension MachineMessage {
  /// Numbers of frames; requests and notices have numbers of their own behind these.
  private enum Kind: UInt8 {
    case hello = 1
    case cancel = 2
    case finished = 3
  }

  /// Appends this message as one frame. Throws `PortError.length` when it is too long; nothing is
  /// written then.
  package func encode(into writer: inout PortWriter) throws(PortError) {
    switch self {
    case .hello(let version): try writer.frame(Kind.hello.rawValue, id: 0) { $0.u32(version) }
    case .request(let id, let request):
      try writer.frame(request.kind.rawValue, id: id) { request.write(to: &$0) }
    case .cancel(let id): try writer.frame(Kind.cancel.rawValue, id: id) { _ in }
    case .notice(let notice):
      try writer.frame(notice.kind.rawValue, id: 0) { notice.write(to: &$0) }
    case .finished(let outcome):
      try writer.frame(Kind.finished.rawValue, id: 0) { outcome.write(to: &$0) }
    }
  }

  /// Understands a frame.
  package init(_ frame: Frame) throws(PortError) {
    var reader = frame.payload
    if let kind = Request.Kind(rawValue: frame.kind) {
      self = .request(id: frame.id, try Request(kind, from: &reader))
    } else if let kind = Notice.Kind(rawValue: frame.kind) {
      self = .notice(try Notice(kind, from: &reader))
    } else {
      switch Kind(rawValue: frame.kind) {
      case .hello:
        let version = try reader.u32()
        guard version == Port.version else { throw .version(version) }
        self = .hello(version: version)
      case .cancel: self = .cancel(id: frame.id)
      case .finished: self = .finished(try Outcome(from: &reader))
      case nil: throw .unknownKind(frame.kind)
      }
    }
    try reader.end()
  }
}
