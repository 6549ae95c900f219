@testable import ProspectSandbox

/// A running sandbox with the requests that tests make of it.
struct TestSandbox: Sendable {
  static let openProspectKey = "lnc_live_abcdefghijklmnopqrstuvwxyz012345"
  static let prospectB2BKey = "pb2b_live_a1b2c_d3e4f5"
  static let sphereScoutKey = "scout-key"

  let port: Int
  let clock: SandboxClock

  /// Runs `body` with a sandbox whose clock stands still at 2026-11-02T08:00:00Z.
  static func with(
    _ configure: (inout SandboxConfiguration) -> Void = { _ in },
    _ body: (TestSandbox) async throws -> Void
  ) async throws {
    var configuration = SandboxConfiguration()
    configuration.contacts = 500
    configuration.clock = SandboxClock(start: Instant(text: "2026-11-02T08:00:00Z"), isFrozen: true)
    configure(&configuration)
    let sandbox = try await Sandbox.start(configuration)
    do {
      try await body(TestSandbox(port: sandbox.port, clock: configuration.clock))
    } catch {
      await sandbox.stop()
      throw error
    }
    await sandbox.stop()
  }

  /// Sends one request on a connection of its own.
  func request(
    _ method: String, _ target: String, key: String?, headers: [String: String] = [:],
    body: String? = nil
  ) async throws -> TestResponse {
    let bytes = TestSandbox.message(method, target, key: key, headers: headers, body: body)
    let port = port
    return try await blocking { try Connection(port: port).exchange(bytes) }
  }

  static func message(
    _ method: String, _ target: String, key: String?, headers: [String: String] = [:],
    body: String? = nil
  ) -> [UInt8] {
    var lines = ["\(method) \(target) HTTP/1.1", "Host: 127.0.0.1"]
    if let key { lines.append("Authorization: Bearer \(key)") }
    lines += headers.map { "\($0.key): \($0.value)" }
    if let body {
      lines += ["Content-Length: \(body.utf8.count)"]
      if headers["Content-Type"] == nil { lines += ["Content-Type: application/json"] }
    }
    return Array((lines.joined(separator: "\r\n") + "\r\n\r\n" + (body ?? "")).utf8)
  }
}
