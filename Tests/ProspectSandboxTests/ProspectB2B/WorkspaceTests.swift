import ProspectJSON
import Testing

@testable import ProspectSandbox

@Suite(.timeLimit(.minutes(1)))
struct WorkspaceTests {
  @Test(
    "What can only be read is a record with its documented members",
    arguments: [
      ("/me", "me", ["scopes", "read_only"]),
      ("/billing/subscription", "billing_subscription", ["status", "plan"]),
      ("/billing/usage", "billing_usage", ["active_trial", "usage"]),
      ("/settings", "workspace_settings", ["timezone", "locale", "settings"]),
      ("/prospector/config", "prospector_config", ["timezone", "states"]),
    ])
  func records(target: String, object: String, members: [String]) async throws {
    try await TestSandbox.with { sandbox in
      let answer = try await sandbox.crm(target)
      #expect((answer.status, answer.string("data.object")) == (200, object))
      #expect(answer.string("request_id") == answer["X-Request-Id"])
      for member in ["id", "created_at", "updated_at"] + members {
        #expect(answer.at("data.\(member)") != nil, "\(member) is missing")
      }
    }
  }

  @Test(
    "Lists page in the order of created_at, and each row is found by its id",
    arguments: [
      ("/support/tickets", true), ("/inbox/threads", true), ("/lead-fields", false),
      ("/campaigns", true), ("/prospector/workflows", true),
    ])
  func lists(target: String, hasRows: Bool) async throws {
    try await TestSandbox.with { sandbox in
      var rows: [JSON] = []
      var cursor = ""
      repeat {
        let page = try await sandbox.crm("\(target)?limit=1\(cursor)")
        rows += page.array("data")
        cursor = page.string("pagination.next_cursor").map { "&cursor=\($0)" } ?? ""
      } while !cursor.isEmpty
      #expect(rows == (try await sandbox.crm(target)).array("data"))
      #expect(rows.count > 1)
      let times = rows.compactMap { $0["created_at"]?.string }
      #expect(times == times.sorted())
      guard hasRows else { return }
      for row in rows {
        let id = try #require(row["id"]?.string)
        #expect(try await sandbox.crm("\(target)/\(id)").at("data") == row)
      }
      #expect(try await sandbox.crm("\(target)/nobody").status == 404)
    }
  }

  @Test("A row that goes away between two pages moves no other row")
  func shifting() async throws {
    try await TestSandbox.with { sandbox in
      var ids: [String] = []
      for _ in 1...4 {
        ids.append(
          try await sandbox.made(
            "/webhooks", #"{"url":"https://x.example/","events":["lead.created"]}"#))
      }
      // Ids sort like the rows, also of one moment.
      #expect(ids == ids.sorted())
      let first = try await sandbox.crm("/webhooks?limit=2")
      let cursor = try #require(first.string("pagination.next_cursor"))
      _ = try await sandbox.crm(delete: "/webhooks/\(ids[0])")
      let second = try await sandbox.crm("/webhooks?limit=2&cursor=\(cursor)")
      #expect(second.array("data").map { $0["id"]?.string } == [ids[2], ids[3]])
      #expect(
        try await sandbox.crm("/jobs?cursor=\(cursor)").string("error.code") == "invalid_cursor")
    }
  }
}
