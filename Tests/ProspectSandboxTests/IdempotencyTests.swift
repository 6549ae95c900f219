import ProspectJSON
import ProspectSandbox
import Testing

@Suite(.timeLimit(.minutes(1)))
struct IdempotencyTests {
  private static let body = #"{"email":"a@x.example","full_name":"A"}"#

  @Test("The same key and payload gives the stored answer and does nothing twice")
  func replays() async throws {
    try await TestSandbox.with { sandbox in
      let first = try await sandbox.crm(post: "/leads", Self.body, idempotencyKey: "k")
      let again = try await sandbox.crm(
        post: "/leads", #"{ "full_name": "A", "email": "a@x.example" }"#, idempotencyKey: "k")
      #expect(first["Idempotent-Replayed"] == nil)
      #expect(again["Idempotent-Replayed"] == "true")
      #expect(again.body == first.body)
      #expect(again["X-Request-Id"] != first["X-Request-Id"])
      #expect(try await sandbox.summary("leads.total") == 1)
    }
  }

  @Test("The same key with another payload is a 409 idempotency_conflict")
  func conflicts() async throws {
    try await TestSandbox.with { sandbox in
      _ = try await sandbox.crm(post: "/leads", Self.body, idempotencyKey: "k")
      let other = try await sandbox.crm(
        post: "/leads", #"{"email":"b@x.example"}"#, idempotencyKey: "k")
      #expect((other.status, other.string("error.code")) == (409, "idempotency_conflict"))
    }
  }

  @Test("A key belongs to one API key, one path, and 24 hours")
  func scope() async throws {
    try await TestSandbox.with { sandbox in
      _ = try await sandbox.crm(post: "/leads", Self.body, idempotencyKey: "k")
      let otherKey = try await sandbox.crm(
        post: "/leads", Self.body, idempotencyKey: "k", key: "pb2b_live_other_key")
      let otherPath = try await sandbox.crm(post: "/leads/upsert", Self.body, idempotencyKey: "k")
      sandbox.clock.advance(by: .seconds(24 * 3600))
      let nextDay = try await sandbox.crm(post: "/leads", Self.body, idempotencyKey: "k")
      for answer in [otherKey, otherPath, nextDay] {
        #expect(answer.status == 200)
        #expect(answer["Idempotent-Replayed"] == nil)
      }
    }
  }

  @Test("A refusal is not stored: the corrected request may use the key")
  func refusals() async throws {
    try await TestSandbox.with { sandbox in
      let bad = try await sandbox.crm(post: "/leads", #"{"email":"no"}"#, idempotencyKey: "k")
      let good = try await sandbox.crm(post: "/leads", Self.body, idempotencyKey: "k")
      #expect((bad.status, good.status) == (400, 200))
    }
  }

  @Test("A twin in flight is a 409 idempotency_in_progress, and one lead comes of both")
  func inProgress() async throws {
    try await TestSandbox.with {
      $0.writeLatency = .seconds(1)
    } _: { sandbox in
      async let first = sandbox.crm(post: "/leads", Self.body, idempotencyKey: "k")
      async let second = sandbox.crm(post: "/leads", Self.body, idempotencyKey: "k")
      let answers = try await [first, second]
      let refused = try #require(answers.first { $0.status == 409 })
      #expect(refused.string("error.code") == "idempotency_in_progress")
      #expect(answers.map(\.status).sorted() == [200, 409])
      #expect(try await sandbox.summary("leads.total") == 1)
    }
  }

  @Test("A key of more than 255 characters is a 400")
  func length() async throws {
    try await TestSandbox.with { sandbox in
      let long = String(repeating: "k", count: 256)
      let answer = try await sandbox.crm(post: "/leads", Self.body, idempotencyKey: long)
      #expect((answer.status, answer.string("error.code")) == (400, "invalid_request"))
    }
  }
}
