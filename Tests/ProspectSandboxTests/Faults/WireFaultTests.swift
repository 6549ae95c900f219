import ProspectJSON
import Testing

@testable import ProspectSandbox

/// Faults on both sides of the server's commit, as a client sees them.
@Suite(.timeLimit(.minutes(1)))
struct WireFaultTests {
  private static let upsert = "prospectb2b.leads.upsert"

  @Test(
    "A dropped answer ends the connection without a byte, and the lead is there",
    arguments: [("drop-answer", false), ("drop-answer=reset", true)])
  func dropsAnswers(kind: String, isReset: Bool) async throws {
    try await TestSandbox.with(faults: "\(Self.upsert)#1:\(kind)") { sandbox in
      let end = try await sandbox.upsertUntilEnd("a@x.example", idempotencyKey: "k1")
      #expect(end.bytes == [])
      #expect(end.isReset == isReset)
      #expect(try await sandbox.summary("leads.total") == 1)
      let again = try await sandbox.upsert("a@x.example", idempotencyKey: "k1")
      #expect(again["Idempotent-Replayed"] == "true")
      #expect(try await sandbox.summary("leads.total") == 1)
    }
  }

  @Test("A refused connection is reset before anything is done")
  func refuses() async throws {
    try await TestSandbox.with(faults: "\(Self.upsert)#1:refuse") { sandbox in
      let end = try await sandbox.upsertUntilEnd("a@x.example", idempotencyKey: "k1")
      #expect(end.bytes == [])
      #expect(end.isReset)
      #expect(try await sandbox.summary("leads.total") == 0)
      #expect(try await sandbox.upsert("a@x.example", idempotencyKey: "k1").status == 200)
    }
  }

  @Test("A reset comes after exactly so many bytes of the body")
  func resets() async throws {
    try await TestSandbox.with(faults: "\(Self.upsert)#1:reset-after=20") { sandbox in
      let end = try await sandbox.upsertUntilEnd("a@x.example", idempotencyKey: "k1")
      #expect(try TestSandbox.body(end.bytes).count == 20)
      #expect(end.isReset)
      #expect(try await sandbox.summary("leads.total") == 1)
    }
  }

  @Test("What chance decides follows from the seed and the fault")
  func isSeeded() async throws {
    func cut(seed: UInt64) async throws -> Int {
      var count = 0
      try await TestSandbox.with(faults: "\(Self.upsert)#1:reset-after", seed: seed) { sandbox in
        let end = try await sandbox.upsertUntilEnd("a@x.example", idempotencyKey: "k1")
        count = try TestSandbox.body(end.bytes).count
      }
      return count
    }
    let cuts = [try await cut(seed: 1), try await cut(seed: 1), try await cut(seed: 2)]
    #expect(cuts[0] == cuts[1])
    #expect(cuts[0] != cuts[2])
  }

  @Test(
    "A wrong length is announced, and the bytes are all sent", arguments: [10, -10])
  func lengths(error: Int) async throws {
    let fault = "\(Self.upsert)#1:content-length=\(error > 0 ? "+" : "")\(error)"
    try await TestSandbox.with(faults: fault) { sandbox in
      let end = try await sandbox.upsertUntilEnd("a@x.example", idempotencyKey: "k1")
      #expect(
        try TestSandbox.announced(end.bytes) == TestSandbox.body(end.bytes).count + error)
    }
  }

  @Test(
    "A slow answer is whole in the end",
    arguments: ["stall=50ms", "stall=50ms,after=5", "trickle=40,every=1ms", "trickle"])
  func slowness(kind: String) async throws {
    try await TestSandbox.with(faults: "\(Self.upsert)#1:\(kind)") { sandbox in
      let end = try await sandbox.upsertUntilEnd("a@x.example", idempotencyKey: "k1")
      let body = try JSON.parse(TestSandbox.body(end.bytes))
      #expect(body.at(path: "data.email")?.string == "a@x.example")
      #expect(!end.isReset)
    }
  }

  @Test(
    "A status before the commit changes nothing, one after it does",
    arguments: [("status=503,retry-after=7", 0), ("status-after=503,retry-after=7", 1)])
  func statuses(kind: String, leads: Int) async throws {
    try await TestSandbox.with(faults: "\(Self.upsert)#1:\(kind)") { sandbox in
      let answer = try await sandbox.upsert("a@x.example", idempotencyKey: "k1")
      #expect(answer.status == 503)
      #expect(answer["Retry-After"] == "7")
      #expect(try await sandbox.summary("leads.total") == leads)
      #expect(try await sandbox.upsert("a@x.example", idempotencyKey: "k1").status == 200)
      #expect(try await sandbox.summary("leads.total") == 1)
    }
  }

  @Test("An error in a 200 means that nothing was done")
  func errorBody() async throws {
    try await TestSandbox.with(faults: "\(Self.upsert)#1:error-body") { sandbox in
      let answer = try await sandbox.upsert("a@x.example", idempotencyKey: "k1")
      #expect(answer.status == 200)
      #expect(answer.string("error.code") == "sandbox_fault")
      #expect(try await sandbox.summary("leads.total") == 0)
    }
  }

  @Test(
    "What is sent in place of JSON is none, or says nothing",
    arguments: ["html", "garbage", "empty", "null"])
  func malformed(form: String) async throws {
    try await TestSandbox.with(faults: "\(Self.upsert)#1:malformed-json=\(form)") { sandbox in
      let answer = try await sandbox.upsert("a@x.example", idempotencyKey: "k1")
      #expect(answer.status == 200)
      #expect(answer.at("data") == nil)
      #expect(try await sandbox.summary("leads.total") == 1)
    }
  }

  @Test("A cut answer looks whole to HTTP")
  func truncated() async throws {
    try await TestSandbox.with(faults: "\(Self.upsert)#1:truncated-json=12") { sandbox in
      let answer = try await sandbox.upsert("a@x.example", idempotencyKey: "k1")
      #expect(answer.status == 200)
      #expect(answer.body.count == 12)
    }
  }
}
