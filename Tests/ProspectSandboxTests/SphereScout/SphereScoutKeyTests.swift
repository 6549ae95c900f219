import ProspectJSON
import Testing

@testable import ProspectSandbox

@Suite(.timeLimit(.minutes(1)))
struct SphereScoutKeyTests {
  @Test("A key is told once, works, and is refused as soon as it is revoked")
  func life() async throws {
    try await TestSandbox.with { sandbox in
      let created = try await sandbox.scout("POST", "/user/api-keys", nil)
      #expect(created.status == 201)
      let secret = try #require(created.string("token"))
      let id = try #require(created.integer("id"))
      #expect(created.at("expiry") == .null)
      #expect(created.string("token_key") == String(secret.prefix(8)))
      let list = try await sandbox.scout("/user/api-keys", key: secret)
      #expect(list.rows.map { $0["id"] } == [1, .integer(Int64(id))])
      #expect(!list.text.contains(secret))
      #expect(try await sandbox.scout("DELETE", "/user/api-keys/\(id)", nil).status == 204)
      #expect(try await sandbox.scout("/user/api-keys", key: secret).status == 401)
      #expect(try await sandbox.scout("DELETE", "/user/api-keys/\(id)", nil).status == 404)
      #expect(try await sandbox.scout("/user/api-keys").rows.count == 1)
    }
  }

  @Test("A key with an end is refused from then on; the end must be a time that is to come")
  func expiry() async throws {
    try await TestSandbox.with { sandbox in
      let body = #"{"expiry":"2026-11-02T09:00:00Z"}"#
      let created = try await sandbox.scout("POST", "/user/api-keys", body)
      #expect(created.string("expiry") == "2026-11-02T09:00:00Z")
      let secret = try #require(created.string("token"))
      #expect(try await sandbox.scout("/user/profile", key: secret).status == 200)
      sandbox.clock.advance(by: .seconds(3_600))
      #expect(try await sandbox.scout("/user/profile", key: secret).status == 401)
      for bad in [body, #"{"expiry":"tomorrow"}"#, #"{"expiry":7}"#] {
        let refused = try await sandbox.scout("POST", "/user/api-keys", bad)
        #expect((refused.status, refused.names) == (400, ["expiry"]))
      }
    }
  }

  @Test("The key that the sandbox publishes can be revoked, too")
  func ownKey() async throws {
    try await TestSandbox.with { sandbox in
      let key = SandboxKeys.sphereScout
      let deleted = try await sandbox.scout("DELETE", "/user/api-keys/1", nil, key: key)
      #expect(deleted.status == 204)
      #expect(try await sandbox.scout("/user/profile", key: key).status == 401)
    }
  }

  @Test("The prefix of a key is not its id")
  func prefix() async throws {
    try await TestSandbox.with { sandbox in
      let prefix = try #require(
        try await sandbox.scout("/user/api-keys").rows.first?["token_key"]?.string)
      #expect(try await sandbox.scout("DELETE", "/user/api-keys/\(prefix)", nil).status == 404)
    }
  }
}
