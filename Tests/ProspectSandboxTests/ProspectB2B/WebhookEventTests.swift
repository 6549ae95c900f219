import ProspectJSON
import Testing

@testable import ProspectSandbox

@Suite(.timeLimit(.minutes(1)))
struct WebhookEventTests {
  @Test("Leads: each written record emits what became of it, a write without change nothing")
  func leads() async throws {
    try await TestSandbox.with { sandbox in
      let webhook = try await sandbox.deafWebhook()
      let lead = try await sandbox.made("/leads", #"{"email":"a@x.example"}"#)
      _ = try await sandbox.crm(patch: "/leads/\(lead)", #"{"phone":"1"}"#)
      _ = try await sandbox.crm(patch: "/leads/\(lead)", #"{"phone":"1"}"#)
      _ = try await sandbox.crm(post: "/leads/upsert", #"{"email":"A@x.example","phone":"1"}"#)
      _ = try await sandbox.crm(
        post: "/leads/bulk",
        #"{"leads":[{"email":"b@x.example"},{"email":"b@x.example","phone":"2"},{"phone":"3"}]}"#)
      #expect(
        try await sandbox.events(of: webhook) == [
          "lead.created", "lead.updated", "lead.updated", "lead.created", "lead.updated",
        ])
    }
  }

  @Test("Jobs: an import tells of each row and then of its end; exports of their end")
  func jobs() async throws {
    try await TestSandbox.with { sandbox in
      let webhook = try await sandbox.deafWebhook()
      let rows =
        #"{"rows":[{"email":"a@x.example"},{"email":"no"},{"email":"a@x.example","tags":["t"]}]}"#
      _ = try await sandbox.crm(post: "/imports", rows)
      #expect(try await sandbox.events(of: webhook) == [])
      sandbox.clock.advance(by: .seconds(1))
      _ = try await sandbox.crm(post: "/exports", "{}")
      sandbox.clock.advance(by: .seconds(1))
      try await sandbox.failNext("import")
      try await sandbox.failNext("lead_export")
      _ = try await sandbox.crm(post: "/imports", rows)
      sandbox.clock.advance(by: .seconds(1))
      _ = try await sandbox.crm(post: "/exports", "{}")
      sandbox.clock.advance(by: .seconds(1))
      #expect(
        try await sandbox.events(of: webhook) == [
          "lead.created", "lead.updated", "import.completed", "export.completed", "import.failed",
          "export.failed",
        ])
    }
  }

  @Test("Campaigns: created, updated and published are told; runs and replays are not")
  func campaigns() async throws {
    try await TestSandbox.with { sandbox in
      let webhook = try await sandbox.deafWebhook()
      for _ in 1...2 {
        _ = try await sandbox.crm(post: "/campaigns", #"{"name":"A"}"#, idempotencyKey: "c")
      }
      let campaigns = try await sandbox.crm("/campaigns").array("data")
      let id = try #require(campaigns.last?["id"]?.string)
      _ = try await sandbox.crm(patch: "/campaigns/\(id)", #"{"name":"B"}"#)
      _ = try await sandbox.crm(patch: "/campaigns/\(id)", #"{"name":"B"}"#)
      _ = try await sandbox.crm(post: "/campaigns/\(id)/publish", nil)
      _ = try await sandbox.crm(post: "/campaigns/\(id)/run", nil)
      sandbox.clock.advance(by: .seconds(1))
      #expect(
        try await sandbox.events(of: webhook) == [
          "campaign.created", "campaign.updated", "campaign.published",
        ])
    }
  }

  @Test("An endpoint gets the events that it lists, and none while it is disabled")
  func listens() async throws {
    try await TestSandbox.with { sandbox in
      let webhook = try await sandbox.made(
        "/webhooks", #"{"url":"https://127.0.0.1:1/","events":["campaign.created"]}"#)
      _ = try await sandbox.made("/leads", #"{"email":"a@x.example"}"#)
      _ = try await sandbox.made("/campaigns", "{}")
      _ = try await sandbox.crm(patch: "/webhooks/\(webhook)", #"{"enabled":false}"#)
      _ = try await sandbox.made("/campaigns", "{}")
      #expect(try await sandbox.events(of: webhook) == ["campaign.created"])
    }
  }
}
