import Foundation
import ScriptedServer

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
    port = try ScriptedServer.freePort()
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

  private struct Problem: Error, CustomStringConvertible {
    let description = "nghttpd (Debian's nghttp2-server) did not start"
  }
}
