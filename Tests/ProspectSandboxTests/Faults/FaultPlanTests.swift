import ProspectJSON
import Testing

@testable import ProspectSandbox

/// Faults that are planned over HTTP, and what is told of them.
@Suite(.timeLimit(.minutes(1)))
struct FaultPlanTests {
  private func plan(_ faults: String, _ sandbox: TestSandbox) async throws -> TestResponse {
    try await sandbox.request(
      "POST", "/_sandbox/faults", key: nil, headers: ["Content-Type": "text/plain"], body: faults)
  }

  @Test("Counting begins with the plan; what struck and what never did is told")
  func tells() async throws {
    try await TestSandbox.with { sandbox in
      #expect(try await sandbox.crm("/me").status == 200)
      let faults = "prospectb2b.me#2:status=500\nprospectb2b.me#9:refuse\n"
      #expect(try await plan(faults, sandbox).status == 200)
      let statuses = [try await sandbox.crm("/me").status, try await sandbox.crm("/me").status]
      #expect(statuses == [200, 500])
      let told = try await sandbox.request("GET", "/_sandbox/faults", key: nil)
      #expect(told.array("faults").map { $0["calls_seen"]?.integer } == [2, 2])
      let firing = told.array("faults").first?["firings"]?.array?.first
      #expect(firing?["call"]?.integer == 2)
      #expect(firing?["operation"]?.string == "prospectb2b.me")
      #expect(firing?["request_id"]?.string?.hasPrefix("req_") == true)
      let summary = try await sandbox.request("GET", "/_sandbox/summary", key: nil)
      #expect(summary.array("faults.never_fired") == ["prospectb2b.me#9:refuse"])
      #expect(summary.array("faults.fired").first?["id"]?.string == "prospectb2b.me#2:status=500")
    }
  }

  @Test("A plan with a mistake plans nothing, and names its line")
  func mistakes() async throws {
    try await TestSandbox.with { sandbox in
      let answer = try await plan(
        "prospectb2b.me#1:refuse\n# so\nprospectb2b.mee#1:refuse", sandbox)
      #expect(answer.status == 400)
      #expect(answer.integer("line") == 3)
      #expect(answer.string("hint") == "did you mean 'prospectb2b.me'?")
      #expect(try await sandbox.crm("/me").status == 200)
    }
  }

  @Test("Forgotten faults do not strike, and keys and quotas are as they were")
  func forgets() async throws {
    try await TestSandbox.with { sandbox in
      _ = try await plan("any#1:rotated-key\nany#1:storm=1\nany#3-:status=500", sandbox)
      #expect(try await sandbox.crm("/me").status == 401)
      let answer = try await sandbox.request("DELETE", "/_sandbox/faults", key: nil)
      #expect(answer.array("faults") == [])
      for _ in 1...3 { #expect(try await sandbox.crm("/me").status == 200) }
    }
  }

  @Test("A reset lets the world, the clock and the first faults begin anew")
  func resets() async throws {
    try await TestSandbox.with(faults: "prospectb2b.me#1:status=500") { sandbox in
      let start = sandbox.clock.now
      _ = try await sandbox.upsert("a@x.example", idempotencyKey: "k1")
      #expect(try await sandbox.crm("/me").status == 500)
      sandbox.clock.advance(by: .seconds(100))
      #expect(try await sandbox.request("POST", "/_sandbox/reset", key: nil).status == 200)
      #expect(sandbox.clock.now == start)
      #expect(try await sandbox.summary("leads.total") == 0)
      #expect(try await sandbox.crm("/me").status == 500)
    }
  }
}
