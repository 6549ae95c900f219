import ProspectJSON
import ProspectSandbox
import Testing

@Suite(.timeLimit(.minutes(1)))
struct WorkflowTests {
  @Test("A run is queued, runs, completes, and its results are leads of the workspace")
  func run() async throws {
    try await TestSandbox.with { sandbox in
      for number in 1...9 {
        _ = try await sandbox.crm(
          post: "/leads", #"{"email":"l\#(number)@x.example","company_name":"C\#(number)"}"#)
      }
      let workflow = try await sandbox.activeWorkflow()
      let started = try await sandbox.crm(
        post: "/prospector/workflows/\(workflow)/run", nil, idempotencyKey: "k")
      let run = try #require(started.string("data.id"))
      #expect(started.string("data.status") == "queued")
      #expect(try await sandbox.crm("/prospector/runs/\(run)/results").array("data").isEmpty)
      sandbox.clock.advance(by: .milliseconds(200))
      #expect(
        try await sandbox.crm("/prospector/runs/\(run)").string("data.status") == "running")
      sandbox.clock.advance(by: .milliseconds(200))
      let done = try await sandbox.crm("/prospector/runs/\(run)")
      #expect(done.string("data.status") == "completed")
      #expect(done.string("data.workflow_id") == workflow)
      let results = try await sandbox.crm("/prospector/runs/\(run)/results").array("data")
      #expect(results.compactMap { $0["company_name"]?.string } == ["C9", "C5", "C1"])
      #expect(results.first?["lead_id"] == "lead_00000009")
    }
  }

  @Test("A repeated trigger with the same key starts one run")
  func idempotentTrigger() async throws {
    try await TestSandbox.with { sandbox in
      let path = "/prospector/workflows/\(try await sandbox.activeWorkflow())/run"
      let first = try await sandbox.crm(post: path, nil, idempotencyKey: "k")
      let again = try await sandbox.crm(post: path, "{}", idempotencyKey: "k")
      #expect(again.string("data.id") == first.string("data.id"))
      #expect(try await sandbox.summary("jobs.runs") == 1)
    }
  }

  @Test("An archived workflow answers 409, an unknown one 404, an ordered failure ends as failed")
  func refusals() async throws {
    try await TestSandbox.with { sandbox in
      let archived = try await sandbox.workflow("archived")
      let refused = try await sandbox.crm(post: "/prospector/workflows/\(archived)/run", nil)
      #expect((refused.status, refused.string("error.code")) == (409, "resource_conflict"))
      #expect(try await sandbox.crm(post: "/prospector/workflows/nobody/run", nil).status == 404)
      _ = try await sandbox.request("POST", "/_sandbox/jobs/fail-next?kind=run", key: nil)
      let active = try await sandbox.activeWorkflow()
      let started = try await sandbox.crm(post: "/prospector/workflows/\(active)/run", nil)
      let run = try #require(started.string("data.id"))
      sandbox.clock.advance(by: .seconds(1))
      #expect(try await sandbox.crm("/prospector/runs/\(run)").string("data.status") == "failed")
    }
  }

  @Test("A workflow is created from an empty object, not from no body, and pages through the list")
  func creates() async throws {
    try await TestSandbox.with { sandbox in
      #expect(try await sandbox.crm(post: "/prospector/workflows", "").status == 400)
      let created = try await sandbox.crm(post: "/prospector/workflows", "{}")
      #expect(created.string("data.name") == "Untitled workflow")
      #expect(created.string("data.status") == "active")
      let first = try await sandbox.crm("/prospector/workflows?limit=4")
      let cursor = try #require(first.string("pagination.next_cursor"))
      let last = try await sandbox.crm("/prospector/workflows?limit=4&cursor=\(cursor)")
      #expect(last.array("data").map { $0["id"] } == [created.at("data.id")])
      #expect(last.at("pagination.next_cursor") == .null)
    }
  }
}

extension TestSandbox {
  func activeWorkflow() async throws -> String { try await workflow("active") }

  func workflow(_ status: String) async throws -> String {
    let workflows = try await crm("/prospector/workflows").array("data")
    return try #require(workflows.first { $0["status"]?.string == status }?["id"]?.string)
  }
}
