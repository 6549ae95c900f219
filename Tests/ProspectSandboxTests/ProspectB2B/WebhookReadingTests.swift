import ProspectJSON
import Testing

@testable import ProspectSandbox

/// Switches of events, deliveries and their secrets: the default and each other reading.
@Suite(.timeLimit(.minutes(1)))
struct WebhookReadingTests {
  @Test(
    "webhook_retry_trigger",
    arguments: [
      ("any_non_2xx", 404, "pending"), ("any_non_2xx", 500, "pending"),
      ("timeouts_and_5xx", 404, "failed"), ("timeouts_and_5xx", 500, "pending"),
    ])
  func trigger(word: String, status: Int, state: String) async throws {
    try await TestSandbox.reading(["webhook_retry_trigger": word]) { sandbox in
      let receiver = try WebhookReceiver { _ in (status, "") }
      defer { receiver.stop() }
      let delivery = try await sandbox.attempted(receiver)
      #expect(delivery["status"]?.string == state)
      #expect((delivery["next_attempt_at"] == .null) == (state == "failed"))
    }
  }

  @Test("retry_of_succeeded_delivery", arguments: [("sent_again", 200), ("refused", 409)])
  func succeeded(word: String, status: Int) async throws {
    try await TestSandbox.reading(["retry_of_succeeded_delivery": word]) { sandbox in
      let receiver = try WebhookReceiver()
      defer { receiver.stop() }
      let delivery = try await sandbox.attempted(receiver)
      let id = try #require(delivery["id"]?.string)
      let webhook = try #require(delivery["webhook_id"]?.string)
      let retried = try await sandbox.crm(
        post: "/webhooks/\(webhook)/deliveries/\(id)/retry", nil)
      #expect(retried.status == status)
      if status == 200 { try await eventually { receiver.deliveries.count == 2 } }
    }
  }

  @Test("webhook_replay_secret", arguments: [("omitted", false), ("repeated", true)])
  func replayedSecret(word: String, isShown: Bool) async throws {
    try await TestSandbox.reading(["webhook_replay_secret": word]) { sandbox in
      let body = #"{"url":"https://x.example","events":["lead.created"]}"#
      let first = try await sandbox.crm(post: "/webhooks", body, idempotencyKey: "k")
      let again = try await sandbox.crm(post: "/webhooks", body, idempotencyKey: "k")
      let secret = try #require(first.string("data.signing_secret"))
      #expect(again.string("data.signing_secret") == (isShown ? secret : nil))
    }
  }

  @Test(
    "write_without_change",
    arguments: [
      ("silent", ["lead.created", "campaign.created"]),
      ("emits", ["lead.created", "lead.updated", "campaign.created", "campaign.updated"]),
    ])
  func quietWrites(word: String, events: [String]) async throws {
    try await TestSandbox.reading(["write_without_change": word]) { sandbox in
      let webhook = try await sandbox.deafWebhook()
      for _ in 1...2 {
        _ = try await sandbox.crm(post: "/leads/upsert", #"{"email":"a@x.example"}"#)
      }
      let id = try await sandbox.made("/campaigns", #"{"name":"A"}"#)
      _ = try await sandbox.crm(patch: "/campaigns/\(id)", #"{"name":"A"}"#)
      #expect(try await sandbox.events(of: webhook) == events)
    }
  }

  @Test(
    "import_lead_events",
    arguments: [
      ("per_row", ["lead.created", "import.completed"]), ("outcome_only", ["import.completed"]),
    ])
  func importEvents(word: String, events: [String]) async throws {
    try await TestSandbox.reading(["import_lead_events": word]) { sandbox in
      let webhook = try await sandbox.deafWebhook()
      _ = try await sandbox.made("/imports", #"{"rows":[{"email":"a@x.example"}]}"#)
      sandbox.clock.advance(by: .seconds(1))
      #expect(try await sandbox.events(of: webhook) == events)
    }
  }
}

extension TestSandbox {
  /// Lets an event happen and gives the delivery once it was tried.
  fileprivate func attempted(_ receiver: WebhookReceiver) async throws -> JSON {
    let webhook = try await made(
      "/webhooks", #"{"url":"\#(receiver.url)","events":["lead.created"]}"#)
    _ = try await made("/leads", #"{"email":"a@x.example"}"#)
    let target = "/webhooks/\(webhook)/deliveries"
    try await eventually { try await crm(target).array("data").first?["attempt_count"] == 1 }
    return try #require(try await crm(target).array("data").first)
  }
}
