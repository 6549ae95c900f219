extension Request {
  enum Kind: UInt8 {
    case module = 16
    case call = 17
    case function = 18
    case sleep = 19
    case now = 20
    case open = 21
    case write = 22
    case download = 23
  }

  var kind: Kind {
    switch self {
    case .module: .module
    case .call: .call
    case .function: .function
    case .sleep: .sleep
    case .now: .now
    case .open: .open
    case .write: .write
    case .download: .download
    }
  }

  func write(to writer: inout PortWriter) {
    switch self {
    case .module(let name): writer.string(name)
    case .call(let name, let arguments), .function(let name, let arguments):
      writer.string(name)
      writer.bytes(arguments)
    case .sleep(let seconds): writer.f64(seconds)
    case .now: break
    case .open(let path): writer.string(path)
    case .write(let path, let bytes):
      writer.string(path)
      writer.bytes(bytes)
    case .download(let provider, let url, let path):
      writer.string(provider)
      writer.string(url)
      writer.string(path)
    }
  }

  init(_ kind: Kind, from reader: inout PortReader) throws(PortError) {
    switch kind {
    case .module: self = .module(try reader.string("module name"))
    case .call:
      self = .call(operation: try reader.string("operation"), arguments: try reader.bytes())
    case .function:
      self = .function(name: try reader.string("function"), arguments: try reader.bytes())
    case .sleep:
      let seconds = try reader.f64()
      guard seconds.isFinite, seconds >= 0 else { throw .invalid(field: "duration") }
      self = .sleep(seconds: seconds)
    case .now: self = .now
    case .open: self = .open(path: try reader.string("path"))
    case .write: self = .write(path: try reader.string("path"), bytes: try reader.bytes())
    case .download:
      self = .download(
        provider: try reader.string("provider"), url: try reader.string("link"),
        path: try reader.string("path"))
    }
  }
}
