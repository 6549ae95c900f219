import ProspectJSON
import Testing

@testable import ProspectSandbox

@Suite(.timeLimit(.minutes(1)))
struct ExportTests {
  @Test("An export is pending, processing, ready; it costs one credit a row, at once")
  func life() async throws {
    try await TestSandbox.with { sandbox in
      let search = try await sandbox.scout("/companies?countries=JP")
      let id = try #require(search.string("search_id"))
      let price = try #require(search.integer("totalCount"))
      let task = try #require(
        try await sandbox.scout("/download-csv?search_id=\(id)").string("task_id"))
      #expect(try await sandbox.scout("/user/profile").integer("credits") == 10_000 - price)
      var statuses: [String?] = []
      for _ in 1...3 {
        let status = try await sandbox.scout("/download-status/\(task)/")
        statuses.append(status.string("status"))
        sandbox.clock.advance(by: .milliseconds(200))
      }
      #expect(statuses == ["pending", "processing", "ready"])
      let history = try await sandbox.scout("/user/search-history")
      let entry = try #require(try JSON.parse(history.body).array?.first)
      #expect(entry["search_id"]?.string == id)
      #expect(entry["task_id"]?.string == task)
      #expect(entry.at(path: "filters.countries") == ["JP"])
    }
  }

  @Test("Too few credits is a 403 with both numbers; nothing is deducted and no job starts")
  func insufficientCredits() async throws {
    try await TestSandbox.with {
      $0.credits = 100
    } _: { sandbox in
      let id = try #require(try await sandbox.scout("/companies").string("search_id"))
      let refused = try await sandbox.scout("/download-csv?search_id=\(id)")
      #expect(refused.status == 403)
      #expect(refused.string("validation_code") == "insufficient_credits")
      #expect(refused.integer("required_credits") == 500)
      #expect(refused.integer("available_credits") == 100)
      #expect(try await sandbox.scout("/user/profile").integer("credits") == 100)
      #expect(try await sandbox.summary("jobs.exports") == 0)
    }
  }

  @Test("A failed export says so in a 200 and gives its credits back")
  func failure() async throws {
    try await TestSandbox.with { sandbox in
      _ = try await sandbox.request("POST", "/_sandbox/jobs/fail-next?kind=export", key: nil)
      let id = try #require(try await sandbox.scout("/companies").string("search_id"))
      let task = try #require(
        try await sandbox.scout("/download-csv?search_id=\(id)").string("task_id"))
      #expect(try await sandbox.scout("/user/profile").integer("credits") == 9_500)
      sandbox.clock.advance(by: .seconds(1))
      let status = try await sandbox.scout("/download-status/\(task)")
      #expect((status.status, status.string("status")) == (200, "failed"))
      #expect(status.string("error") != nil)
      #expect(status.at("download_url") == nil)
      #expect(try await sandbox.scout("/user/profile").integer("credits") == 10_000)
    }
  }

  @Test("A missing search_id is a 400; unknown search, task and path are a 404 with detail")
  func unknown() async throws {
    try await TestSandbox.with { sandbox in
      #expect(try await sandbox.scout("/download-csv").status == 400)
      for target in ["/download-csv?search_id=no", "/download-status/no", "/nothing"] {
        let answer = try await sandbox.scout(target)
        #expect(answer.status == 404)
        #expect(answer.string("detail") != nil)
      }
    }
  }
}
