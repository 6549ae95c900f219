import Dispatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// An HTTP server of a few lines that takes webhook deliveries on a port of its own.
final class WebhookReceiver: Sendable {
  struct Delivery: Sendable {
    let requestLine: String
    let headers: [String: String]
    let body: [UInt8]

    subscript(name: String) -> String? { headers[name.lowercased()] }
  }

  /// What it answers; nil keeps the sender waiting.
  typealias Reply = @Sendable (_ number: Int) -> (status: Int, body: String)?

  let port: Int
  private let listener: Int32
  private let state = Mutex<[Delivery]>([])

  init(_ reply: @escaping Reply = { _ in (200, "ok") }) throws {
    #if canImport(Glibc)
      listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
      listener = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let listener = listener
    // The socket API takes every address as a `sockaddr`; the pointers live for these calls only.
    let result = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, length) | listen(listener, 64) | getsockname(listener, $0, &length)
      }
    }
    guard result == 0 else { throw Connection.Failure(message: "cannot listen: errno \(errno)") }
    port = Int(in_port_t(bigEndian: address.sin_port))
    DispatchQueue(label: "receiver").async { [self] in
      while true {
        let connection = accept(listener, nil, nil)
        guard connection >= 0 else { return }
        serve(connection, reply)
      }
    }
  }

  var url: String { "http://127.0.0.1:\(port)/hook?a=b" }
  var deliveries: [Delivery] { state.withLock { $0 } }

  /// Ends the server; its thread returns from `accept`.
  func stop() {
    shutdown(listener, Int32(SHUT_RDWR))
    close(listener)
  }

  /// One request on one connection: the answer closes it.
  private func serve(_ connection: Int32, _ reply: @escaping Reply) {
    DispatchQueue(label: "connection").async { [self] in
      defer { close(connection) }
      guard let delivery = receive(connection) else { return }
      let number = state.withLock { deliveries in
        deliveries.append(delivery)
        return deliveries.count
      }
      guard let (status, body) = reply(number) else {
        // The sender hangs up when it has waited long enough.
        var byte: UInt8 = 0
        _ = recv(connection, &byte, 1, 0)
        return
      }
      let text =
        "HTTP/1.1 \(status) Status\r\nContent-Length: \(body.utf8.count)\r\n"
        + "Location: http://127.0.0.1:\(port)/elsewhere\r\nConnection: close\r\n\r\n\(body)"
      var bytes = Array(text.utf8)
      _ = send(connection, &bytes, bytes.count, 0)
    }
  }

  private func receive(_ connection: Int32) -> Delivery? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 * 1024)
    let end = Array("\r\n\r\n".utf8)
    while true {
      if let head = bytes.firstRange(of: end) {
        let lines = String(decoding: bytes[..<head.lowerBound], as: UTF8.self).split(
          separator: "\r\n")
        let headers = lines.dropFirst().reduce(into: [String: String]()) { headers, line in
          let sides = line.split(separator: ":", maxSplits: 1)
          headers[sides[0].lowercased()] = String(sides[1].drop { $0 == " " })
        }
        let length = headers["content-length"].flatMap { Int($0) } ?? 0
        if bytes.count >= head.upperBound + length {
          return Delivery(
            requestLine: String(lines[0]), headers: headers, body: Array(bytes[head.upperBound...]))
        }
      }
      let count = recv(connection, &buffer, buffer.count, 0)
      guard count > 0 else { return nil }
      bytes += buffer.prefix(count)
    }
  }
}
