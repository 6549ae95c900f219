import ProspectAPI
import ScriptedServer

/// Plays as much of ProspectB2B as credentials need: who a key is.
final class FakeB2B: Sendable {
  static let key = "pb2b_live_abcde_0123456789abcdef0123"

  let server: ScriptedServer
  let folder: TemporaryFolder

  init(folder: TemporaryFolder, accepts key: String = key) throws {
    self.folder = folder
    server = try ScriptedServer { request in
      guard request.headers["authorization"] == "Bearer \(key)" else {
        return .answer(401, body: #"{"error":{"message":"no such key"}}"#)
      }
      return .answer(
        200,
        body: """
          {"object":"identity","data":{"scopes":["me.read","leads.read"],"read_only":true,
          "key":{"expires_at":"2027-01-02T03:04:05Z"}}}
          """)
    }
  }

  deinit { server.stop() }

  /// A home of its own, and the way to this server.
  var environment: [String: String] {
    ["XDG_CONFIG_HOME": folder.path, "PROSPECTB2B_BASE_URL": server.url]
  }

  /// What the requests carried.
  var carried: [String?] { server.requests.map { $0.headers["authorization"] } }
}
