import Foundation

/// A web server that speaks HTTP/2 over TLS and nothing else: nghttpd.
final class HTTP2Server {
  let port: UInt16
  let identity: TestCertificate
  private let process = Process()

  /// - Parameter files: what it serves, by their names.
  init(_ files: [String: Data]) throws {
    identity = try TestCertificate()
    let root = identity.folder.appending(path: "root")
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    for (name, content) in files { try content.write(to: root.appending(path: name)) }
    let output = Pipe()
    port = try Self.freePort()
    process.executableURL = URL(filePath: "/usr/sbin/nghttpd")
    process.arguments = [
      "-v", "--echo-upload", "-a", "127.0.0.1", "-d", root.path, "\(port)", identity.key,
      identity.certificate,
    ]
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    // It says `listen 127.0.0.1:PORT` when it is ready; what it says later is read, so that it never waits for us.
    guard !output.fileHandleForReading.availableData.isEmpty else { throw Problem() }
    output.fileHandleForReading.readabilityHandler = { _ = $0.availableData }
  }

  deinit {
    // Other tests block the gentler signals, and children inherit that.
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  /// The server does not tell which port it was given, so it is told one that was free a moment ago.
  private static func freePort() throws -> UInt16 {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(descriptor, address, length) == 0 && getsockname(descriptor, address, &length) == 0
      }
    }
    guard isBound else { throw Problem() }
    return UInt16(bigEndian: address.sin_port)
  }

  private struct Problem: Error, CustomStringConvertible {
    let description = "nghttpd (Debian's nghttp2-server) did not start"
  }
}
