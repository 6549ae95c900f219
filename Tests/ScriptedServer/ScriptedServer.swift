internal import ProspectAPI

#if canImport(Darwin)
  internal import Darwin
#else
  internal import Glibc
#endif

/// A small HTTP server on loopback that does what a test says, also what no good server does.
package final class ScriptedServer: Sendable {
  package struct Request: Sendable {
    package let method: String
    package let target: String
    package let headers: [String: String]
    package let body: String
    /// How many requests came before, on any connection.
    package let index: Int
  }

  package enum Reply: Sendable {
    /// A whole answer; the connection stays open.
    case answer(Int, headers: [String: String] = [:], body: String = "{}")
    /// These bytes, then the connection is closed.
    case bytes(String)
    /// A header, a body that need not be text, and then the connection is closed.
    case raw(header: String, body: [UInt8])
    /// These bytes, then silence until the client closes.
    case stall(after: String = "")
    /// The connection is closed without a word.
    case drop
  }

  struct Failure: Error {}

  private struct State {
    var requests: [Request] = []
    var connections = 0
    var hangUps = 0
  }

  package let port: UInt16
  private let listener: Int32
  private let script: @Sendable (Request) -> Reply
  private let state = Locked(State())
  /// Tells that something has happened; the last time is enough.
  private let news = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))

  package var url: String { "http://127.0.0.1:\(port)" }
  package var requests: [Request] { state.withLock { $0.requests } }
  package var connections: Int { state.withLock { $0.connections } }
  /// Connections that the client closed while it was waiting for an answer.
  package var hangUps: Int { state.withLock { $0.hangUps } }

  package init(_ script: @escaping @Sendable (Request) -> Reply) throws {
    self.script = script
    (listener, port) = try Self.bound()
    guard listen(listener, 128) == 0 else { throw Failure() }
    try LoopThread.start(name: "scripted-server") { [self] in acceptAll() }
  }

  /// A port on which nobody listens, now or later: its socket is bound and never closed, so no other test gets it.
  package static func deadPort() throws -> UInt16 { try bound().port }

  /// Waits until something has happened; for one task at a time.
  package func wait(until hasHappened: (ScriptedServer) -> Bool) async {
    var news = news.stream.makeAsyncIterator()
    while !hasHappened(self), await news.next() != nil {}
  }

  /// A port that is free at this moment, for a server that does not tell which one it was given.
  package static func freePort() throws -> UInt16 {
    let (socket, port) = try bound()
    close(socket)
    return port
  }

  private static func bound() throws -> (socket: Int32, port: UInt16) {
    let bound = socket(AF_INET, stream, 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(bound, address, length) == 0 && getsockname(bound, address, &length) == 0
      }
    }
    guard isBound else { throw Failure() }
    return (bound, UInt16(bigEndian: address.sin_port))
  }

  /// Its thread closes the listener: closed here, the number could be another server's when that thread accepts.
  package func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

  private static var stream: Int32 {
    #if canImport(Darwin)
      SOCK_STREAM
    #else
      Int32(SOCK_STREAM.rawValue)
    #endif
  }

  private func acceptAll() {
    defer { close(listener) }
    while true {
      let client = accept(listener, nil, nil)
      guard client >= 0 else { return }
      state.withLock { $0.connections += 1 }
      try? LoopThread.start(name: "scripted-client") { [self] in serve(client) }
    }
  }

  private func serve(_ client: Int32) {
    defer { close(client) }
    var pending: [UInt8] = []
    while let request = nextRequest(client, &pending) {
      switch script(request) {
      case .answer(let status, let headers, let body):
        let lines = headers.map { "\($0.key): \($0.value)\r\n" }.sorted().joined()
        send(
          client,
          "HTTP/1.1 \(status) X\r\nContent-Length: \(body.utf8.count)\r\n\(lines)\r\n\(body)")
      case .bytes(let text): return send(client, text)
      case .raw(let header, let body): return send(client, Array(header.utf8) + body)
      case .stall(let text):
        send(client, text)
        waitForHangUp(client)
        state.withLock { $0.hangUps += 1 }
        news.continuation.yield()
        return
      case .drop: return
      }
    }
  }

  private func nextRequest(_ client: Int32, _ pending: inout [UInt8]) -> Request? {
    while true {
      if let (head, start) = Self.head(of: pending) {
        let headers = Self.headers(head)
        let end = start + (headers["content-length"].flatMap(Int.init) ?? 0)
        if pending.count >= end {
          let body = String(decoding: pending[start..<end], as: UTF8.self)
          pending.removeFirst(end)
          return note(head, headers, body)
        }
      }
      guard fill(client, &pending) else { return nil }
      if pending.first == Self.handshake {
        send(client, "HTTP/1.1 400 X\r\n\r\n")
        return nil
      }
    }
  }

  private func note(_ head: [String], _ headers: [String: String], _ body: String) -> Request {
    let words = head.first?.split(separator: " ").map(String.init) ?? []
    defer { news.continuation.yield() }
    return state.withLock { state in
      let request = Request(
        method: words.first ?? "", target: words.dropFirst().first ?? "", headers: headers,
        body: body, index: state.requests.count)
      state.requests.append(request)
      return request
    }
  }

  /// What TLS begins with (RFC 8446 §5.1), which nobody here speaks.
  private static let handshake: UInt8 = 22

  /// The lines of a head that is whole, and where the body begins.
  ///
  /// In plain bytes: under a sanitizer, texts and slices make this what a test run spends its time on.
  private static func head(of bytes: [UInt8]) -> ([String], Int)? {
    // CR LF CR LF.
    let end = bytes.withUnsafeBytes { bytes in
      bytes.indices.dropLast(3).first {
        bytes[$0] == 13 && bytes[$0 + 1] == 10 && bytes[$0 + 2] == 13 && bytes[$0 + 3] == 10
      }
    }
    guard let end else { return nil }
    let lines = bytes[..<end].split { $0 == UInt8(ascii: "\r") || $0 == UInt8(ascii: "\n") }
    return (lines.map { String(decoding: $0, as: UTF8.self) }, end + 4)
  }

  private static func headers(_ head: [String]) -> [String: String] {
    var headers: [String: String] = [:]
    for line in head.dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1)
      headers[parts[0].lowercased()] = parts.count > 1 ? String(parts[1].drop { $0 == " " }) : ""
    }
    return headers
  }

  private func fill(_ client: Int32, _ pending: inout [UInt8]) -> Bool {
    let chunk = [UInt8](unsafeUninitializedCapacity: 65536) { buffer, count in
      count = max(0, read(client, buffer.baseAddress, buffer.count))
    }
    pending.append(contentsOf: chunk)
    return !chunk.isEmpty
  }

  private func waitForHangUp(_ client: Int32) {
    var byte: UInt8 = 0
    while read(client, &byte, 1) > 0 {}
  }

  private func send(_ client: Int32, _ text: String) { send(client, Array(text.utf8)) }

  private func send(_ client: Int32, _ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { sendBytes(client, $0) }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  private func sendBytes(_ client: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    #if canImport(Darwin)
      Darwin.send(client, bytes.baseAddress, bytes.count, 0)
    #else
      Glibc.send(client, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
    #endif
  }
}
