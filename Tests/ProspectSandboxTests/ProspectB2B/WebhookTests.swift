import ProspectJSON
import Testing

@testable import ProspectSandbox

@Suite(.timeLimit(.minutes(1)))
struct WebhookTests {
  private static let body =
    #"{"url":"https://hooks.example.com/x","events":["lead.created","export.failed"]}"#

  @Test("The signing secret is shown once: not when read, listed, changed or replayed")
  func secret() async throws {
    try await TestSandbox.with { sandbox in
      let made = try await sandbox.crm(post: "/webhooks", Self.body, idempotencyKey: "w")
      let secret = try #require(made.string("data.signing_secret"))
      let prefix = try #require(made.string("data.signing_secret_prefix"))
      #expect(secret.hasPrefix("whsec_") && secret.hasPrefix(prefix) && secret != prefix)
      let id = try #require(made.string("data.id"))
      let replay = try await sandbox.crm(post: "/webhooks", Self.body, idempotencyKey: "w")
      #expect(replay["Idempotent-Replayed"] == "true")
      #expect(replay.string("data.id") == id)
      let others = [
        replay, try await sandbox.crm("/webhooks/\(id)"), try await sandbox.crm("/webhooks"),
        try await sandbox.crm(patch: "/webhooks/\(id)", #"{"enabled":false}"#),
        try await sandbox.crm(delete: "/webhooks/\(id)"),
      ]
      for answer in others {
        #expect(answer.status == 200)
        #expect(answer.text.contains(prefix) && !answer.text.contains(secret))
      }
    }
  }

  @Test("An endpoint is changed, listed, deleted with 200 and its last state, and then gone")
  func life() async throws {
    try await TestSandbox.with { sandbox in
      let id = try await sandbox.made("/webhooks", Self.body)
      sandbox.clock.advance(by: .seconds(1))
      let changed = try await sandbox.crm(
        patch: "/webhooks/\(id)", #"{"events":["campaign.created"],"description":"d"}"#)
      #expect(changed.at("data.events") == ["campaign.created"])
      #expect(changed.string("data.description") == "d")
      #expect(changed.string("data.url") == "https://hooks.example.com/x")
      #expect(changed.string("data.updated_at") == "2026-11-02T08:00:01.000Z")
      let other = try await sandbox.made("/webhooks", Self.body)
      let deleted = try await sandbox.crm(delete: "/webhooks/\(id)")
      #expect((deleted.status, deleted.string("data.id")) == (200, id))
      #expect(try await sandbox.crm(delete: "/webhooks/\(id)").status == 404)
      #expect(try await sandbox.crm("/webhooks/\(id)/deliveries").status == 404)
      let left = try await sandbox.crm("/webhooks").array("data").map { $0["id"]?.string }
      #expect(left == [other])
    }
  }

  @Test(
    "An endpoint that cannot be is a 400",
    arguments: [
      "{}", #"{"url":"https://x.example"}"#, #"{"events":["lead.created"]}"#,
      #"{"url":"https://x.example","events":[]}"#,
      #"{"url":"https://x.example","events":["lead.deleted"]}"#,
      #"{"url":"https://x.example","events":["lead.created","lead.created"]}"#,
      #"{"url":"http://x.example","events":["lead.created"]}"#,
      #"{"url":"https://x.example","events":["lead.created"],"enabled":"yes"}"#,
    ])
  func refuses(body: String) async throws {
    try await TestSandbox.with { sandbox in
      let answer = try await sandbox.crm(post: "/webhooks", body)
      #expect((answer.status, answer.string("error.code")) == (400, "invalid_request"))
    }
  }

  @Test(
    "Endpoints are https anywhere, http on this machine only",
    arguments: [
      ("https://hooks.example.com/a?b=c", true), ("https://10.0.0.1:8443/", true),
      ("http://127.0.0.1:9/", true), ("http://127.8.8.8", true), ("http://localhost:1/x", true),
      ("http://[::1]:8080/", true), ("http://example.com/", false), ("ftp://localhost/", false),
      ("http://127.0.0.1.evil.example/", false), ("http://localhost@evil.example/", false),
      ("http://127.0.0.1:99999/", false), ("https://", false), ("localhost", false),
      ("https://a b", false),
    ])
  func addresses(url: String, isValid: Bool) {
    #expect(WebhookAddress.isValid(url) == isValid)
  }

  @Test("The signature is the one that the contract computed")
  func signature() {
    let body =
      #"{"id":"evt_0001","object":"event","type":"lead.created","#
      + #""created_at":"2026-01-01T00:00:00.000Z","data":{"id":"lead_0001","object":"lead"}}"#
    let signature = WebhookSignature.text(
      secret: "whsec_demo_5f2c9a7e1b", timestamp: 1_767_225_600, body: Array(body.utf8))
    #expect(
      signature == "v1=42eb35894937ec834bd4dbf5ccedb262ebe8fd7497ef53aaaf4107ecaf4f7513")
  }
}
