import ProspectJSON
import Testing

@testable import ProspectSandbox

@Suite(.timeLimit(.minutes(1)))
struct LeadExportTests {
  @Test("An export ends with its rows counted, and never with a link")
  func exports() async throws {
    try await TestSandbox.with { sandbox in
      _ = try await sandbox.made("/leads", #"{"email":"a@x.example","status":"won"}"#)
      _ = try await sandbox.made("/leads", #"{"email":"b@x.example"}"#)
      let started = try await sandbox.crm(
        post: "/exports", #"{"format":"csv","fields":["email"],"filters":{"status":"won"}}"#)
      #expect((started.status, started.string("data.status")) == (200, "queued"))
      let id = try #require(started.string("data.id"))
      let early = try await sandbox.crm("/exports/\(id)/download")
      #expect((early.status, early.at("data.ready")) == (200, false))
      #expect(early.at("data.size_bytes") == .null)
      sandbox.clock.advance(by: .seconds(1))
      let ended = try await sandbox.crm("/exports/\(id)")
      #expect(ended.string("data.status") == "completed")
      #expect(ended.integer("data.row_count") == 1)
      let ready = try await sandbox.crm("/exports/\(id)/download")
      #expect(ready.at("data.ready") == true)
      #expect(ready.string("data.export_id") == id)
      #expect(ready.string("data.content_type") == "text/csv")
      // The head `email` and one address, each with its CR LF.
      #expect(ready.integer("data.size_bytes") == 5 + 2 + 11 + 2)
      #expect(!ready.text.contains("url"))
      #expect(try await sandbox.crm("/exports").array("data").map { $0["id"] } == [.string(id)])
    }
  }

  @Test("A failed export says why and is never ready")
  func fails() async throws {
    try await TestSandbox.with { sandbox in
      try await sandbox.failNext("lead_export")
      let id = try await sandbox.made("/exports", "{}")
      sandbox.clock.advance(by: .seconds(1))
      let failed = try await sandbox.crm("/exports/\(id)")
      #expect(failed.string("data.status") == "failed")
      #expect(failed.string("data.error_message") == Job.failureMessage)
      #expect(try await sandbox.crm("/exports/\(id)/download").at("data.ready") == false)
    }
  }

  @Test(
    "An export of what is not there is a 400",
    arguments: [
      #"{"resource":"campaigns"}"#, #"{"format":"pdf"}"#, #"{"fields":["mail"]}"#,
      #"{"filters":{"updated_after":"yesterday"}}"#, "",
    ])
  func refuses(body: String) async throws {
    try await TestSandbox.with { sandbox in
      let answer = try await sandbox.crm(post: "/exports", body)
      #expect((answer.status, answer.string("error.code")) == (400, "invalid_request"))
    }
  }
}
