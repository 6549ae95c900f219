extension Notice {
  enum Kind: UInt8 {
    case print = 32
    case log = 33
    case progress = 34
  }

  var kind: Kind {
    switch self {
    case .print: .print
    case .log: .log
    case .progress: .progress
    }
  }

  func write(to writer: inout PortWriter) {
    switch self {
    case .print(let bytes): writer.bytes(bytes)
    case .log(let level, let message, let fields):
      writer.u8(level.rawValue)
      writer.bytes(message)
      writer.bytes(fields)
    case .progress(let json): writer.bytes(json)
    }
  }

  init(_ kind: Kind, from reader: inout PortReader) throws(PortError) {
    switch kind {
    case .print: self = .print(try reader.bytes())
    case .log:
      guard let level = Level(rawValue: try reader.u8()) else { throw .invalid(field: "log level") }
      self = .log(level: level, message: try reader.bytes(), fields: try reader.bytes())
    case .progress: self = .progress(json: try reader.bytes())
    }
  }
}
