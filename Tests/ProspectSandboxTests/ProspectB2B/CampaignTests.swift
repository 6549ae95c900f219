import ProspectJSON
import ProspectSandbox
import Testing

@Suite(.timeLimit(.minutes(1)))
struct CampaignTests {
  @Test("A campaign begins as a disabled draft, is changed, and is published once")
  func life() async throws {
    try await TestSandbox.with { sandbox in
      let workflow = try await sandbox.activeWorkflow()
      let made = try await sandbox.crm(
        post: "/campaigns", #"{"name":"A","prospector_workflow_id":"\#(workflow)"}"#)
      #expect((made.string("data.status"), made.at("data.enabled")) == ("draft", false))
      let id = try #require(made.string("data.id"))
      let changed = try await sandbox.crm(
        patch: "/campaigns/\(id)", #"{"prospector_workflow_id":null}"#)
      #expect(changed.at("data.prospector_workflow_id") == .null)
      #expect(changed.string("data.name") == "A")
      sandbox.clock.advance(by: .seconds(3))
      let published = try await sandbox.crm(post: "/campaigns/\(id)/publish", nil)
      #expect(published.string("data.status") == "published")
      #expect(published.string("data.published_at") == "2026-11-02T08:00:03.000Z")
      let again = try await sandbox.crm(post: "/campaigns/\(id)/publish", nil)
      #expect((again.status, again.string("error.code")) == (409, "resource_conflict"))
      #expect(try await sandbox.crm("/campaigns/\(id)").at("data") == published.at("data"))
      let last = try await sandbox.crm("/campaigns").array("data").last
      #expect(last?["id"]?.string == id)
    }
  }

  @Test("A run writes to the leads with an address, counts them, and its campaign's log tells")
  func runs() async throws {
    try await TestSandbox.with { sandbox in
      for number in 1...10 {
        _ = try await sandbox.made("/leads", #"{"email":"l\#(number)@x.example"}"#)
      }
      _ = try await sandbox.made("/leads", #"{"full_name":"No Address"}"#)
      let id = try await sandbox.made("/campaigns", #"{"name":"A"}"#)
      let started = try await sandbox.crm(post: "/campaigns/\(id)/run", nil, idempotencyKey: "r")
      _ = try await sandbox.crm(post: "/campaigns/\(id)/run", nil, idempotencyKey: "r")
      let run = try #require(started.string("data.id"))
      #expect(started.string("data.status") == "queued")
      sandbox.clock.advance(by: .milliseconds(250))
      let half = try await sandbox.crm("/campaigns/\(id)/runs/\(run)")
      #expect(half.string("data.status") == "running")
      #expect(half.integer("data.sent_count") == 5)
      sandbox.clock.advance(by: .seconds(1))
      let runs = try await sandbox.crm("/campaigns/\(id)/runs").array("data")
      #expect(runs.count == 1)
      #expect(runs[0]["status"] == "completed")
      #expect((runs[0]["sent_count"], runs[0]["failed_count"]) == (9, 1))
      let logs = try await sandbox.crm("/campaigns/\(id)/logs").array("data")
      #expect(logs.map { $0["level"] } == ["info", "warning", "info"])
      #expect(logs.allSatisfy { $0["run_id"]?.string == run })
      let job = try #require(runs[0]["job_id"]?.string)
      #expect(try await sandbox.crm("/jobs/\(job)").string("data.type") == "campaign_run")
      #expect(try await sandbox.crm("/billing/usage").integer("data.usage.emails_sent") == 9)
    }
  }

  @Test("A failed run sends nothing; a run is found under its own campaign only")
  func failures() async throws {
    try await TestSandbox.with { sandbox in
      _ = try await sandbox.made("/leads", #"{"email":"a@x.example"}"#)
      let id = try await sandbox.made("/campaigns", "{}")
      let other = try await sandbox.made("/campaigns", "{}")
      try await sandbox.failNext("campaign_run")
      let run = try await sandbox.made("/campaigns/\(id)/run", "")
      sandbox.clock.advance(by: .seconds(1))
      let failed = try await sandbox.crm("/campaigns/\(id)/runs/\(run)")
      #expect(failed.string("data.status") == "failed")
      #expect(failed.integer("data.sent_count") == 0)
      #expect(try await sandbox.crm("/campaigns/\(other)/runs/\(run)").status == 404)
      #expect(try await sandbox.crm("/campaigns/x/runs").status == 404)
    }
  }

  @Test("A campaign of an unknown workflow, or with a wrong type, is a 400")
  func refuses() async throws {
    try await TestSandbox.with { sandbox in
      for body in ["", #"{"name":1}"#, #"{"enabled":"on"}"#, #"{"prospector_workflow_id":"wf_x"}"#]
      {
        let answer = try await sandbox.crm(post: "/campaigns", body)
        #expect(answer.status == 400, "\(body)")
      }
    }
  }
}
