import Foundation

/// A web server of OpenSSL's, for localhost, with a certificate that nobody has signed but itself.
final class TLSServer {
  let port: Int
  /// The file with the certificate.
  let certificate: String
  private let folder: URL
  private let process = Process()

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "tls-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    certificate = folder.appending(path: "certificate.pem").path
    let key = folder.appending(path: "key.pem").path
    try Self.make(certificate, key)
    let output = Pipe()
    process.executableURL = Self.program
    process.arguments = [
      "s_server", "-www", "-accept", "127.0.0.1:0", "-cert", certificate, "-key", key,
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
    try? FileManager.default.removeItem(at: folder)
  }

  private static let program = URL(filePath: "/usr/bin/openssl")

  private static func make(_ certificate: String, _ key: String) throws {
    let process = Process()
    process.executableURL = program
    process.arguments = [
      "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
      "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-days", "2",
      "-keyout", key, "-out", certificate,
    ]
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Problem(what: "no certificate was made") }
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
