import ProspectJSON
import Testing

@testable import ProspectSandbox

@Suite(.timeLimit(.minutes(1)))
struct SphereScoutHistoryTests {
  @Test("A history entry keeps what the search found; its link dies after 30 days")
  func entry() async throws {
    try await TestSandbox.with { sandbox in
      let entry = try await sandbox.exported("?countries=FR&email=true")
      #expect(entry.at(path: "filters") == ["email": "true", "countries": ["FR"]])
      #expect(entry["status"] == "ready")
      #expect(entry["expires_at"]?.string == "2026-12-02T08:00:00Z")
      #expect(entry["download_url"]?.string != nil)
      sandbox.clock.advance(by: .seconds(30 * 86_400))
      let later = try #require(try await sandbox.scout("/user/search-history").rows.first)
      #expect(later["download_url"] == .null)
      #expect(later["id"] == entry["id"])
    }
  }

  @Test("New contacts appear as the clock goes on; the delta holds exactly them and costs them")
  func delta() async throws {
    try await TestSandbox.with {
      $0.newContactsPerDay = 100
    } _: { sandbox in
      let old = try await sandbox.request("GET", sandbox.exportLink("?email=true"), key: nil)
      #expect(try await fresh(1, sandbox).at("has_new") == false)
      sandbox.clock.advance(by: .seconds(86_400))
      let freshness = try await fresh(1, sandbox)
      let new = try #require(freshness.integer("new_count"))
      #expect((freshness.at("has_new"), 50..<100 ~= new) == (true, true))
      #expect(freshness.string("last_exported_at") == "2026-11-02T08:00:00Z")
      let before = try await sandbox.credits()
      let delta = try await sandbox.scout("/user/search-history/1/download-delta")
      #expect(delta.integer("new_count") == new)
      #expect(try await sandbox.credits() == before - new)
      sandbox.clock.advance(by: .seconds(1))
      let task = try #require(delta.string("task_id"))
      let link = try #require(
        try await sandbox.scout("/download-status/\(task)").target("download_url"))
      let file = try await sandbox.request("GET", link, key: nil)
      let rows = Set(csvRows(file.text).dropFirst())
      #expect(rows.count == new)
      #expect(rows.isDisjoint(with: csvRows(old.text).dropFirst()))
      let all = try await sandbox.scout("/companies?email=true").integer("totalCount")
      #expect(all == csvRows(old.text).count - 1 + new)
    }
  }

  @Test("A delta of nothing starts no job and costs nothing")
  func nothing() async throws {
    try await TestSandbox.with { sandbox in
      let entry = try await sandbox.exported()
      let before = try await sandbox.credits()
      let id = try #require(entry["id"]?.integer)
      let delta = try await sandbox.scout("/user/search-history/\(id)/download-delta")
      #expect(delta.json == ["task_id": .null, "new_count": 0])
      #expect(try await sandbox.credits() == before)
      #expect(try await sandbox.summary("jobs.exports") == 1)
    }
  }

  @Test("A delta beyond the balance is refused like an export, and its failed job is paid back")
  func credits() async throws {
    try await TestSandbox.with {
      $0.credits = 510
      $0.newContactsPerDay = 24
    } _: { sandbox in
      _ = try await sandbox.exported()
      sandbox.clock.advance(by: .seconds(8 * 3_600))
      _ = try await sandbox.request("POST", "/_sandbox/jobs/fail-next?kind=export", key: nil)
      let failing = try await sandbox.scout("/user/search-history/1/download-delta")
      #expect((failing.integer("new_count"), try await sandbox.credits()) == (8, 2))
      sandbox.clock.advance(by: .seconds(4 * 3_600))
      #expect(try await sandbox.credits() == 10)
      let dear = try await sandbox.scout("/user/search-history/1/download-delta")
      #expect((dear.status, dear.integer("required_credits")) == (403, 12))
    }
  }

  @Test("An id that is no history entry is a 404, also one of a search or a task")
  func unknown() async throws {
    try await TestSandbox.with { sandbox in
      let entry = try await sandbox.exported()
      let ids = ["9", "x", entry["search_id"]?.string, entry["task_id"]?.string].compactMap(\.self)
      for id in ids {
        let root = "/user/search-history/\(id)"
        #expect(try await sandbox.scout("\(root)/freshness").status == 404)
        #expect(try await sandbox.scout("\(root)/download-delta").status == 404)
      }
    }
  }

  private func fresh(_ id: Int, _ sandbox: TestSandbox) async throws -> TestResponse {
    try await sandbox.scout("/user/search-history/\(id)/freshness")
  }
}
