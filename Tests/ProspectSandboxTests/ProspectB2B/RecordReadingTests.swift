import ProspectJSON
import Testing

@testable import ProspectSandbox

/// Switches of leads, imports, exports, workflows and campaigns: the default and each other
/// reading.
@Suite(.timeLimit(.minutes(1)))
struct RecordReadingTests {
  @Test(
    "lead_needs",
    arguments: [
      ("email_or_full_name", [200, 200, 400]), ("email", [200, 400, 400]),
      ("nothing", [200, 200, 200]),
    ])
  func needs(word: String, statuses: [Int]) async throws {
    try await TestSandbox.reading(["lead_needs": word]) { sandbox in
      let bodies = [#"{"email":"a@x.example"}"#, #"{"full_name":"A"}"#, #"{"phone":"1"}"#]
      for (body, status) in zip(bodies, statuses) {
        let answer = try await sandbox.crm(post: "/leads", body)
        #expect(answer.status == status, "\(body)")
      }
    }
  }

  @Test(
    "create_with_known_email",
    arguments: [("second_record", 200, 2), ("conflict", 409, 1), ("merge", 200, 1)])
  func knownEmail(word: String, status: Int, count: Int) async throws {
    try await TestSandbox.reading(["create_with_known_email": word]) { sandbox in
      let first = try await sandbox.made("/leads", #"{"email":"a@x.example"}"#)
      let second = try await sandbox.crm(
        post: "/leads", #"{"email":"A@x.example","phone":"1"}"#)
      #expect(second.status == status)
      #expect(try await sandbox.summary("leads.total") == count)
      let phone = try await sandbox.crm("/leads/\(first)").at("data.phone")
      #expect(phone == (word == "merge" ? "1" : .null))
    }
  }

  @Test("explicit_null", arguments: [("clears", JSON.null), ("ignored", "1")])
  func null(word: String, phone: JSON) async throws {
    try await TestSandbox.reading(["explicit_null": word]) { sandbox in
      let id = try await sandbox.made("/leads", #"{"email":"a@x.example","phone":"1"}"#)
      let changed = try await sandbox.crm(patch: "/leads/\(id)", #"{"phone":null}"#)
      #expect(changed.at("data.phone") == phone)
    }
  }

  @Test(
    "custom_fields",
    arguments: [("replace", ["b": 2] as JSON), ("merge", ["a": 1, "b": 2] as JSON)])
  func customFields(word: String, fields: JSON) async throws {
    try await TestSandbox.reading(["custom_fields": word]) { sandbox in
      let id = try await sandbox.made(
        "/leads", #"{"email":"a@x.example","custom_fields":{"a":1}}"#)
      let changed = try await sandbox.crm(
        patch: "/leads/\(id)", #"{"custom_fields":{"b":2}}"#)
      #expect(changed.at("data.custom_fields") == fields)
    }
  }

  @Test("bulk_with_wrong_item", arguments: [("reported", 200, 1), ("refused", 400, 0)])
  func bulk(word: String, status: Int, count: Int) async throws {
    try await TestSandbox.reading(["bulk_with_wrong_item": word]) { sandbox in
      let answer = try await sandbox.crm(
        post: "/leads/bulk", #"{"leads":[{"email":"a@x.example"},{"email":"no"}]}"#)
      #expect(answer.status == status)
      #expect(try await sandbox.summary("leads.total") == count)
    }
  }

  @Test("import_without_usable_row", arguments: ["failed", "completed"])
  func uselessImport(word: String) async throws {
    try await TestSandbox.reading(["import_without_usable_row": word]) { sandbox in
      let id = try await sandbox.made("/imports", #"{"rows":[{"email":"no"}]}"#)
      sandbox.clock.advance(by: .seconds(1))
      let ended = try await sandbox.crm("/imports/\(id)")
      #expect(ended.string("data.status") == word)
      #expect(ended.integer("data.failed_count") == 1)
    }
  }

  @Test("unready_download", arguments: [("not_ready", 200), ("conflict", 409)])
  func unreadyDownload(word: String, status: Int) async throws {
    try await TestSandbox.reading(["unready_download": word]) { sandbox in
      let id = try await sandbox.made("/exports", "{}")
      #expect(try await sandbox.crm("/exports/\(id)/download").status == status)
      sandbox.clock.advance(by: .seconds(1))
      #expect(try await sandbox.crm("/exports/\(id)/download").at("data.ready") == true)
    }
  }

  @Test("unfinished_results", arguments: [("partial", 2), ("empty", 0)])
  func results(word: String, count: Int) async throws {
    try await TestSandbox.reading(["unfinished_results": word]) { sandbox in
      for number in 1...16 {
        _ = try await sandbox.made("/leads", #"{"full_name":"A","company_name":"\#(number)"}"#)
      }
      let run = try await sandbox.made(
        "/prospector/workflows/\(try await sandbox.activeWorkflow())/run", "")
      sandbox.clock.advance(by: .milliseconds(200))
      let early = try await sandbox.crm("/prospector/runs/\(run)/results")
      #expect(early.array("data").count == count)
      sandbox.clock.advance(by: .seconds(1))
      #expect(try await sandbox.crm("/prospector/runs/\(run)/results").array("data").count == 4)
    }
  }

  @Test("deleted_workflow", arguments: [("not_found", 404), ("readable", 200)])
  func deletedWorkflow(word: String, status: Int) async throws {
    try await TestSandbox.reading(["deleted_workflow": word]) { sandbox in
      let id = try await sandbox.made("/prospector/workflows", "{}")
      _ = try await sandbox.crm(delete: "/prospector/workflows/\(id)")
      let read = try await sandbox.crm("/prospector/workflows/\(id)")
      #expect(read.status == status)
      if status == 200 { #expect(read.string("data.status") == "deleted") }
      #expect(try await sandbox.crm(post: "/prospector/workflows/\(id)/run", nil).status == 404)
    }
  }

  @Test("run_of_draft_campaign", arguments: [("accepted", 200), ("refused", 409)])
  func drafts(word: String, status: Int) async throws {
    try await TestSandbox.reading(["run_of_draft_campaign": word]) { sandbox in
      let id = try await sandbox.made("/campaigns", "{}")
      #expect(try await sandbox.crm(post: "/campaigns/\(id)/run", nil).status == status)
      _ = try await sandbox.crm(post: "/campaigns/\(id)/publish", nil)
      #expect(try await sandbox.crm(post: "/campaigns/\(id)/run", nil).status == 200)
    }
  }

  @Test("second_publication", arguments: [("conflict", 409), ("unchanged", 200)])
  func publication(word: String, status: Int) async throws {
    try await TestSandbox.reading(["second_publication": word]) { sandbox in
      let id = try await sandbox.made("/campaigns", "{}")
      let first = try await sandbox.crm(post: "/campaigns/\(id)/publish", nil)
      sandbox.clock.advance(by: .seconds(1))
      #expect(try await sandbox.crm(post: "/campaigns/\(id)/publish", nil).status == status)
      #expect(try await sandbox.crm("/campaigns/\(id)").at("data") == first.at("data"))
    }
  }

  @Test(
    "unfinished_status",
    arguments: [
      ("documented", ["queued", "processing", "completed"], ["queued", "running", "completed"]),
      (
        "other", ["accepted", "in_progress", "completed"], ["accepted", "in_progress", "completed"]
      ),
    ])
  func words(word: String, transfer: [String], run: [String]) async throws {
    try await TestSandbox.reading(["unfinished_status": word]) { sandbox in
      let export = try await sandbox.made("/exports", "{}")
      let started = try await sandbox.made(
        "/prospector/workflows/\(try await sandbox.activeWorkflow())/run", "")
      for step in 0...2 {
        #expect(
          try await sandbox.crm("/exports/\(export)").string("data.status") == transfer[step])
        #expect(
          try await sandbox.crm("/prospector/runs/\(started)").string("data.status") == run[step])
        sandbox.clock.advance(by: .milliseconds(200))
      }
    }
  }
}
