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
    case saveSecret = 24
    case verify = 25
    case http = 26
    case httpSecret = 27
  }

  /// What one delivery may hold; each costs the host a comparison.
  package static let mostSignatures = 16

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
    case .saveSecret: .saveSecret
    case .verify: .verify
    case .http: .http
    case .httpSecret: .httpSecret
    }
  }

  func write(to writer: inout PortWriter) {
    switch self {
    case .module(let name): writer.string(name)
    case .call(let name, let arguments, let timeout):
      writer.string(name)
      writer.bytes(arguments)
      writer.optional(timeout) { $0.f64($1) }
    case .function(let name, let arguments):
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
    case .saveSecret(let handle, let path):
      writer.string(handle)
      writer.string(path)
    case .verify(let key, let message, let signatures):
      key.write(to: &writer)
      writer.bytes(message)
      writer.u32(UInt32(truncatingIfNeeded: signatures.count))
      for signature in signatures { writer.string(signature) }
    case .http(let wish, let body):
      writer.bytes(wish)
      writer.optional(body) { $0.bytes($1) }
    case .httpSecret(let name): writer.string(name)
    }
  }

  init(_ kind: Kind, from reader: inout PortReader) throws(PortError) {
    switch kind {
    case .module: self = .module(try reader.string("module name"))
    case .call:
      let (operation, arguments) = (try reader.string("operation"), try reader.bytes())
      let timeout = try reader.optional("timeout") { (reader) throws(PortError) in
        try reader.seconds()
      }
      self = .call(operation: operation, arguments: arguments, timeout: timeout)
    case .function:
      self = .function(name: try reader.string("function"), arguments: try reader.bytes())
    case .sleep:
      self = .sleep(seconds: try reader.seconds())
    case .now: self = .now
    case .open: self = .open(path: try reader.string("path"))
    case .write: self = .write(path: try reader.string("path"), bytes: try reader.bytes())
    case .download:
      self = .download(
        provider: try reader.string("provider"), url: try reader.string("link"),
        path: try reader.string("path"))
    case .saveSecret:
      self = .saveSecret(
        handle: try reader.string("handle"), path: try reader.string("path"))
    case .verify:
      let key = try SignatureKey(from: &reader)
      let message = try reader.bytes()
      let count = try reader.u32()
      guard count <= Self.mostSignatures else { throw .invalid(field: "signatures") }
      var signatures: [String] = []
      for _ in 0..<count { signatures.append(try reader.string("signature")) }
      self = .verify(key: key, message: message, signatures: signatures)
    case .http:
      let wish = try reader.bytes()
      let body = try reader.optional("body") { (reader) throws(PortError) in try reader.bytes() }
      self = .http(wish: wish, body: body)
    case .httpSecret: self = .httpSecret(name: try reader.string("variable"))
    }
  }
}

extension PortReader {
  fileprivate mutating func seconds() throws(PortError) -> Double {
    let seconds = try f64()
    guard seconds.isFinite, seconds >= 0 else { throw .invalid(field: "duration") }
    return seconds
  }
}

extension SignatureKey {
  private enum Kind: UInt8 {
    case bytes = 0
    case secret = 1
  }

  fileprivate func write(to writer: inout PortWriter) {
    switch self {
    case .bytes(let bytes):
      writer.u8(Kind.bytes.rawValue)
      writer.bytes(bytes)
    case .secret(let handle):
      writer.u8(Kind.secret.rawValue)
      writer.string(handle)
    }
  }

  fileprivate init(from reader: inout PortReader) throws(PortError) {
    switch Kind(rawValue: try reader.u8()) {
    case .bytes: self = .bytes(try reader.bytes())
    case .secret: self = .secret(handle: try reader.string("handle"))
    case nil: throw .invalid(field: "signature key")
    }
  }
}
