import Dispatch
import ProspectJSON

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// One TCP connection that speaks just enough HTTP/1.1 to test a server from outside.
///
/// It blocks, so use it inside `blocking`. Not `Sendable`; one exchange at a time.
final class Connection {
  struct Failure: Error { let message: String }

  private let descriptor: Int32
  private var unread: [UInt8] = []

  init(port: Int) throws {
    #if canImport(Glibc)
      descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
      descriptor = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    // The socket API takes every address as a `sockaddr`; the pointer lives for this call only.
    let result = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard result == 0 else { throw Failure(message: "cannot connect: errno \(errno)") }
  }

  deinit { close(descriptor) }

  /// Sends one request and receives its answer.
  func exchange(_ request: [UInt8]) throws -> TestResponse {
    try transmit(request)
    return try receive()
  }

  private func transmit(_ request: [UInt8]) throws {
    var sent = 0
    while sent < request.count {
      let count = request.withUnsafeBytes { bytes in
        send(descriptor, bytes.baseAddress.map { $0 + sent }, request.count - sent, 0)
      }
      guard count > 0 else { throw Failure(message: "send: errno \(errno)") }
      sent += count
    }
  }

  /// Sends one request and receives whatever comes until the connection ends, and how it ends.
  func exchangeUntilEnd(_ request: [UInt8]) throws -> (bytes: [UInt8], isReset: Bool) {
    try transmit(request)
    var buffer = [UInt8](repeating: 0, count: 64 * 1024)
    while true {
      let count = recv(descriptor, &buffer, buffer.count, 0)
      if count <= 0 { return (unread, count < 0 && errno == ECONNRESET) }
      unread += buffer.prefix(count)
    }
  }

  private func receive() throws -> TestResponse {
    let end = Array("\r\n\r\n".utf8)
    var headEnd = unread.firstRange(of: end)
    while headEnd == nil {
      try receiveMore()
      headEnd = unread.firstRange(of: end)
    }
    guard let headEnd else { throw Failure(message: "no head") }
    var response = try TestResponse(
      head: String(decoding: unread[..<headEnd.lowerBound], as: UTF8.self))
    unread.removeSubrange(..<headEnd.upperBound)
    // A 204 has no body and must not say a length [RFC 9110 §8.6].
    if response.status == 204 { return response }
    guard let length = response["Content-Length"].flatMap({ Int($0) }) else {
      throw Failure(message: "no Content-Length")
    }
    while unread.count < length { try receiveMore() }
    response.body = Array(unread.prefix(length))
    unread.removeFirst(length)
    return response
  }

  private func receiveMore() throws {
    var buffer = [UInt8](repeating: 0, count: 64 * 1024)
    let count = recv(descriptor, &buffer, buffer.count, 0)
    guard count > 0 else { throw Failure(message: "connection closed: errno \(errno)") }
    unread += buffer.prefix(count)
  }
}

/// Runs `body` on a thread of its own.
///
/// The server under test lives on the threads of the cooperative pool, which are as few as the
/// processors: blocked, they would not answer. A serial queue always gets its own thread, where
/// the global queues share those of the pool.
func blocking<Result: Sendable>(
  _ body: @escaping @Sendable () throws -> Result
) async throws -> Result {
  try await withCheckedThrowingContinuation { continuation in
    DispatchQueue(label: "blocking").async {
      continuation.resume(with: Swift.Result(catching: body))
    }
  }
}
