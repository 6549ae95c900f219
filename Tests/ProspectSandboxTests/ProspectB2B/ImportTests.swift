import ProspectJSON
import Testing

@testable import ProspectSandbox

@Suite(.timeLimit(.minutes(1)))
struct ImportTests {
  private static let batch = #"""
    {"name":"fair","mapping":{"Mail":"email","Firm":"company_name","Fleet":"fleet_size"},"rows":[
    {"Mail":"a@x.example","Firm":"A","Fleet":12,"ignored":true},
    {"Mail":"no address"},
    {"Mail":"A@X.example","phone":"1"},
    {"Firm":"nobody"},
    {"Mail":"b@x.example","Fleet":"many"},
    {"Mail":"b@x.example","tags":"t"}]}
    """#

  @Test("Rows are written through the mapping; those that cannot be are reported one by one")
  func imports() async throws {
    try await TestSandbox.with { sandbox in
      let started = try await sandbox.crm(post: "/imports", Self.batch)
      #expect((started.status, started.string("data.status")) == (200, "queued"))
      #expect(started.string("data.origin_request_id") == started.string("request_id"))
      let id = try #require(started.string("data.id"))
      sandbox.clock.advance(by: .seconds(1))
      let ended = try await sandbox.crm("/imports/\(id)")
      #expect(ended.string("data.status") == "completed")
      let counts = [
        "total_rows", "processed_rows", "created_count", "updated_count", "failed_count",
      ]
      #expect(counts.map { ended.integer("data.\($0)") } == [6, 6, 1, 1, 4])
      #expect(ended.string("data.completed_at") == "2026-11-02T08:00:00.400Z")
      let leads = try await sandbox.crm("/leads").array("data")
      #expect(leads.count == 1)
      #expect(leads[0]["company_name"] == "A" && leads[0]["phone"] == "1")
      #expect(leads[0]["custom_fields"] == ["fleet_size": 12])
      let errors = try await sandbox.crm("/imports/\(id)/errors?limit=3")
      #expect(errors.array("data").map { $0["row_number"] } == [2, 4, 5])
      #expect(errors.array("data").map { $0["field"] } == ["email", .null, "fleet_size"])
      #expect(errors.array("data").map { $0["raw_value"] } == ["no address", .null, "many"])
      let cursor = try #require(errors.string("pagination.next_cursor"))
      let rest = try await sandbox.crm("/imports/\(id)/errors?limit=3&cursor=\(cursor)")
      #expect(rest.array("data").map { $0["row_number"] } == [6])
    }
  }

  @Test("An import goes on row by row, and its job says the same as the import")
  func progress() async throws {
    try await TestSandbox.with { sandbox in
      let rows = (1...4).map { #"{"email":"l\#($0)@x.example"}"# }.joined(separator: ",")
      let started = try await sandbox.crm(post: "/imports", #"{"rows":[\#(rows)]}"#)
      let id = try #require(started.string("data.id"))
      let job = try #require(started.string("data.job_id"))
      // It waits for 100 ms and works for 300.
      sandbox.clock.advance(by: .milliseconds(250))
      let half = try await sandbox.crm("/imports/\(id)")
      #expect(half.string("data.status") == "processing")
      #expect(half.integer("data.created_count") == 2)
      #expect(half.at("data.completed_at") == .null)
      #expect(try await sandbox.summary("leads.total") == 2)
      let running = try await sandbox.crm("/jobs/\(job)")
      #expect(running.string("data.status") == "running")
      #expect(running.at("data.progress") == ["processed": 2, "total": 4])
      #expect(running.string("data.resource_id") == id)
      sandbox.clock.advance(by: .milliseconds(150))
      let ended = try await sandbox.crm("/jobs/\(job)")
      #expect(ended.string("data.status") == "completed")
      #expect(ended.string("data.type") == "import")
      #expect(ended.at("data.error") == .null)
      #expect(try await sandbox.summary("leads.total") == 4)
    }
  }

  @Test("An import of which no row is usable has failed, and so has one that is told to")
  func failures() async throws {
    try await TestSandbox.with { sandbox in
      let useless = try await sandbox.made("/imports", #"{"rows":[{"email":"no"},{"x":1}]}"#)
      sandbox.clock.advance(by: .seconds(1))
      let failed = try await sandbox.crm("/imports/\(useless)")
      #expect(failed.string("data.status") == "failed")
      #expect(failed.integer("data.failed_count") == 2)
      #expect(try await sandbox.crm("/imports/\(useless)/errors").array("data").count == 2)
      try await sandbox.failNext("import")
      let broken = try await sandbox.made("/imports", #"{"rows":[{"email":"a@x.example"}]}"#)
      sandbox.clock.advance(by: .seconds(1))
      #expect(try await sandbox.crm("/imports/\(broken)").string("data.status") == "failed")
      #expect(try await sandbox.summary("leads.total") == 0)
      let jobs = try await sandbox.crm("/jobs").array("data")
      #expect(jobs.map { $0["status"] } == ["failed", "failed"])
      #expect(jobs.last?["error"]?["code"] == "job_failed")
    }
  }

  @Test("Mode create makes a second lead of a known address; the same key imports once")
  func modes() async throws {
    try await TestSandbox.with { sandbox in
      let body = #"{"mode":"create","rows":[{"email":"a@x.example"},{"email":"a@x.example"}]}"#
      let first = try await sandbox.crm(post: "/imports", body, idempotencyKey: "i")
      let again = try await sandbox.crm(post: "/imports", body, idempotencyKey: "i")
      #expect(first.body == again.body)
      sandbox.clock.advance(by: .seconds(1))
      #expect(try await sandbox.summary("leads.total") == 2)
      #expect(try await sandbox.crm("/imports").array("data").count == 1)
    }
  }

  @Test(
    "A batch that cannot be imported is a 400 and writes nothing",
    arguments: [
      "{}", #"{"rows":[]}"#, #"{"rows":[1]}"#, #"{"rows":{}}"#,
      #"{"rows":[{"m":"a@x.example"}],"mapping":{"m":"mail"}}"#,
      #"{"rows":[{"m":"a@x.example"}],"mode":"replace"}"#,
      #"{"rows":[\#(Array(repeating: "{}", count: 1001).joined(separator: ","))]}"#,
    ])
  func refuses(body: String) async throws {
    try await TestSandbox.with { sandbox in
      let answer = try await sandbox.crm(post: "/imports", body)
      #expect((answer.status, answer.string("error.code")) == (400, "invalid_request"))
      #expect(try await sandbox.crm("/imports").array("data") == [])
    }
  }
}
