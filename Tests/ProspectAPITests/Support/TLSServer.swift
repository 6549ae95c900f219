import Foundation

/// A web server of OpenSSL's.
final class TLSServer {
  let port: Int
  let identity: TestCertificate
  private let process = Process()

  init() throws {
    identity = try TestCertificate()
    let output = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/openssl")
    process.arguments = [
      "s_server", "-www", "-accept", "127.0.0.1:0", "-cert", identity.certificate, "-key",
      identity.key,
    ]
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    port = try Self.port(toldBy: output.fileHandleForReading)
  }

  deinit {
    // Other tests block the gentler signals, and children inherit that.
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  /// It says `ACCEPT 127.0.0.1:PORT` when it is ready.
  private static func port(toldBy output: FileHandle) throws -> Int {
    var text = ""
    while true {
      let data = output.availableData
      guard !data.isEmpty else { throw Problem(what: "the server did not start: \(text)") }
      text += String(decoding: data, as: UTF8.self)
      for line in text.split(separator: "\n").dropLast(text.hasSuffix("\n") ? 0 : 1) {
        if line.hasPrefix("ACCEPT "),
          let port = line.split(separator: ":").last.flatMap({ Int($0) })
        {
          return port
        }
      }
    }
  }

  private struct Problem: Error { let what: String }
}
