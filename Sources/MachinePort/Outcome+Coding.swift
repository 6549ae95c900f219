extension Outcome {
  private enum Kind: UInt8 {
    case succeeded = 0
    case failed = 1
    case incomplete = 2
    case described = 3
  }

  func write(to writer: inout PortWriter) {
    switch self {
    case .succeeded: writer.u8(Kind.succeeded.rawValue)
    case .incomplete: writer.u8(Kind.incomplete.rawValue)
    case .described(let json):
      writer.u8(Kind.described.rawValue)
      writer.bytes(json)
    case .failed(let failure):
      writer.u8(Kind.failed.rawValue)
      failure.write(to: &writer)
    }
  }

  init(from reader: inout PortReader) throws(PortError) {
    switch Kind(rawValue: try reader.u8()) {
    case .succeeded: self = .succeeded
    case .incomplete: self = .incomplete
    case .described: self = .described(try reader.bytes())
    case .failed: self = .failed(try Failure(from: &reader))
    case nil: throw .invalid(field: "outcome")
    }
  }
}

extension Failure {
  fileprivate func write(to writer: inout PortWriter) {
    writer.u8(kind.rawValue)
    writer.string(message)
    writer.string(traceback)
    writer.optional(file) { $0.string($1) }
    writer.optional(line) { $0.u64(UInt64(max(0, $1))) }
    writer.optional(errorJSON) { $0.bytes($1) }
  }

  fileprivate init(from reader: inout PortReader) throws(PortError) {
    guard let kind = Kind(rawValue: try reader.u8()) else { throw .invalid(field: "failure kind") }
    let message = try reader.string("message")
    let traceback = try reader.string("traceback")
    let file = try reader.optional("file") { (reader) throws(PortError) in
      try reader.string("file")
    }
    let line = try reader.optional("line") { (reader) throws(PortError) in try reader.u64() }
    let errorJSON = try reader.optional("error") { (reader) throws(PortError) in
      try reader.bytes()
    }
    self.init(
      kind: kind, message: message, traceback: traceback, file: file,
      line: line.flatMap(Int.init(exactly:)), errorJSON: errorJSON)
  }
}
