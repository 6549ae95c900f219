import ProspectJSON
import ProspectSandbox
import Testing

@Suite(.timeLimit(.minutes(1)))
struct LeadRecordTests {
  @Test("A lead is read by id and changed: absent members stay, null clears, nothing else moves")
  func updates() async throws {
    try await TestSandbox.with { sandbox in
      let id = try await sandbox.made(
        "/leads", #"{"email":"a@x.example","phone":"1","website":"w"}"#)
      sandbox.clock.advance(by: .seconds(2))
      let changed = try await sandbox.crm(
        patch: "/leads/\(id)", #"{"phone":null,"status":"won"}"#)
      #expect((changed.status, changed.at("data.phone")) == (200, .null))
      #expect(changed.string("data.website") == "w")
      #expect(changed.string("data.updated_at") == "2026-11-02T08:00:02.000Z")
      #expect(try await sandbox.crm("/leads/\(id)").at("data") == changed.at("data"))
      for target in ["/leads/lead_99999999", "/leads/lead_1", "/leads/x"] {
        #expect(try await sandbox.crm(target).status == 404)
        #expect(try await sandbox.crm(patch: target, #"{"phone":"1"}"#).status == 404)
      }
      #expect(try await sandbox.crm(patch: "/leads/\(id)", "{}").status == 400)
    }
  }

  @Test("A bulk write reports each item and is a 200 even when items fail")
  func bulk() async throws {
    try await TestSandbox.with { sandbox in
      _ = try await sandbox.made("/leads", #"{"email":"a@x.example"}"#)
      let answer = try await sandbox.crm(
        post: "/leads/bulk",
        #"{"leads":[{"email":"a@x.example","phone":"1"},{"email":"no"},{"external_id":"e"}]}"#)
      #expect(answer.status == 200)
      #expect(answer.array("data.items").map { $0["outcome"] } == ["updated", "failed", "created"])
      #expect(answer.array("data.items").map { $0["index"] } == [0, 1, 2])
      #expect(answer.array("data.items")[1]["error"]?["code"] == "invalid_request")
      let counts = ["created_count", "updated_count", "failed_count"]
      #expect(counts.map { answer.integer("data.\($0)") } == [1, 1, 1])
      let second = try await sandbox.crm(
        post: "/leads/bulk", #"{"mode":"create","leads":[{"email":"a@x.example"}]}"#)
      #expect(second.integer("data.created_count") == 1)
      #expect(try await sandbox.summary("leads.total") == 3)
      for body in ["{}", #"{"leads":[]}"#, #"{"leads":[{}],"mode":"x"}"#] {
        #expect(try await sandbox.crm(post: "/leads/bulk", body).status == 400)
      }
    }
  }

  @Test("A lead's history begins with its creation and goes on with changes and messages")
  func history() async throws {
    try await TestSandbox.with { sandbox in
      let id = try await sandbox.made("/leads", #"{"email":"a@x.example"}"#)
      _ = try await sandbox.crm(patch: "/leads/\(id)", #"{"phone":"1"}"#)
      let campaign = try await sandbox.made("/campaigns", #"{"name":"Hello"}"#)
      _ = try await sandbox.made("/campaigns/\(campaign)/run", "")
      sandbox.clock.advance(by: .seconds(1))
      let activities = try await sandbox.crm("/leads/\(id)/activities").array("data")
      #expect(
        activities.map { $0["type"] } == ["lead_created", "lead_updated", "message_sent"])
      let messages = try await sandbox.crm("/leads/\(id)/messages").array("data")
      #expect(messages.map { $0["subject"] } == ["Hello"])
      let thread = try #require(messages[0]["thread_id"]?.string)
      let inbox = try await sandbox.crm("/inbox/threads/\(thread)")
      #expect(inbox.string("data.lead_id") == id)
      let exchanged = try await sandbox.crm("/inbox/threads/\(thread)/messages").array("data")
      #expect(exchanged.map { $0["body_text"] } == [messages[0]["body_text"]])
      #expect(try await sandbox.crm("/leads/x/activities").status == 404)
      #expect(try await sandbox.crm("/leads/x/messages").status == 404)
    }
  }
}
