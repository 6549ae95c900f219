import ProspectJSON
import ProspectSandbox
import Testing

@Suite(.timeLimit(.minutes(1)))
struct WorkflowLifeTests {
  @Test("A workflow is changed, by an empty object too, and deleted with its last state")
  func life() async throws {
    try await TestSandbox.with { sandbox in
      let id = try await sandbox.made("/prospector/workflows", "{}")
      sandbox.clock.advance(by: .seconds(1))
      let same = try await sandbox.crm(patch: "/prospector/workflows/\(id)", "{}")
      #expect(same.string("data.updated_at") == "2026-11-02T08:00:00.000Z")
      let changed = try await sandbox.crm(
        patch: "/prospector/workflows/\(id)", #"{"name":"N","status":"archived"}"#)
      #expect(changed.string("data.name") == "N")
      #expect(changed.string("data.updated_at") == "2026-11-02T08:00:01.000Z")
      #expect(try await sandbox.crm(post: "/prospector/workflows/\(id)/run", nil).status == 409)
      let deleted = try await sandbox.crm(delete: "/prospector/workflows/\(id)")
      #expect((deleted.status, deleted.string("data.status")) == (200, "deleted"))
      for target in ["", "/runs"] {
        #expect(try await sandbox.crm("/prospector/workflows/\(id)\(target)").status == 404)
      }
      #expect(try await sandbox.crm(delete: "/prospector/workflows/\(id)").status == 404)
      let listed = try await sandbox.crm("/prospector/workflows").array("data")
      #expect(!listed.contains { $0["id"]?.string == id })
    }
  }

  @Test("A workflow with a live run is not deleted; the runs of a deleted one stay readable")
  func runs() async throws {
    try await TestSandbox.with { sandbox in
      let id = try await sandbox.made("/prospector/workflows", "{}")
      let run = try await sandbox.made("/prospector/workflows/\(id)/run", "")
      let early = try await sandbox.crm(delete: "/prospector/workflows/\(id)")
      #expect((early.status, early.string("error.code")) == (409, "resource_conflict"))
      sandbox.clock.advance(by: .seconds(1))
      #expect(try await sandbox.crm(delete: "/prospector/workflows/\(id)").status == 200)
      #expect(try await sandbox.crm("/prospector/runs/\(run)").string("data.status") == "completed")
      #expect(try await sandbox.crm("/prospector/runs/\(run)/results").status == 200)
      let jobs = try await sandbox.crm("/jobs").array("data")
      #expect(jobs.map { $0["type"] } == ["prospector_run"])
      #expect(jobs[0]["resource_id"]?.string == run)
    }
  }
}
