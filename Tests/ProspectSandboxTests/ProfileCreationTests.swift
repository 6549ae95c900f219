import ProspectJSON
import ProspectSandbox
import Testing

@Suite(.timeLimit(.minutes(1)))
struct ProfileCreationTests {
  private static let body = """
    {"profile_name":"A","ideal_customer_profile":"B","target_countries":["DE"]}
    """
  private static let reordered = """
    {"target_countries": ["DE"], "profile_name": "A", "ideal_customer_profile": "B"}
    """

  private func create(
    _ sandbox: TestSandbox, _ body: String, idempotencyKey: String?,
    key: String = TestSandbox.openProspectKey
  ) async throws -> TestResponse {
    try await sandbox.request(
      "POST", "/api/v1/search-profile-creations", key: key,
      headers: idempotencyKey.map { ["Idempotency-Key": $0] } ?? [:], body: body)
  }

  @Test("A creation stays PENDING for a second, then goes by polls to RUNNING and SUCCEEDED")
  func life() async throws {
    try await TestSandbox.with { sandbox in
      let accepted = try await create(sandbox, Self.body, idempotencyKey: "k")
      let id = try #require(accepted.string("profile_creation_id"))
      #expect(accepted.status == 202)
      #expect(accepted.string("status") == "PENDING")
      #expect(accepted.string("created_at") == "2026-11-02T08:00:00Z")
      #expect(accepted.string("message") != nil)
      let early = try await sandbox.openProspect("/search-profile-creations/\(id)")
      #expect(early.string("status") == "PENDING")
      sandbox.clock.advance(by: .seconds(1))
      let running = try await sandbox.openProspect("/search-profile-creations/\(id)")
      #expect(running.string("status") == "RUNNING")
      #expect(running.at("profile_id") == .null)
      sandbox.clock.advance(by: .seconds(2))
      let done = try await sandbox.openProspect("/search-profile-creations/\(id)")
      #expect(done.string("status") == "SUCCEEDED")
      #expect(done.string("profile_id") != nil)
      #expect(done.string("started_at") == "2026-11-02T08:00:01Z")
      #expect(done.string("finished_at") == "2026-11-02T08:00:03Z")
      #expect(done.at("message") == nil)
    }
  }

  @Test("A key repeats only the same body, whatever the order of its members")
  func idempotency() async throws {
    try await TestSandbox.with { sandbox in
      let first = try await create(sandbox, Self.body, idempotencyKey: "k")
      let again = try await create(sandbox, Self.reordered, idempotencyKey: "k")
      let other = try await create(
        sandbox, Self.body.replacing("\"A\"", with: "\"Z\""), idempotencyKey: "k")
      let second = try await create(sandbox, Self.body, idempotencyKey: "k2")
      #expect(again.status == 202)
      #expect(again.string("profile_creation_id") == first.string("profile_creation_id"))
      #expect(other.status == 409)
      #expect(second.string("profile_creation_id") != first.string("profile_creation_id"))
      #expect(try await sandbox.summary("jobs.profile_creations") == 2)
    }
  }

  @Test("A missing key header and a wrong body are a 422")
  func validation() async throws {
    try await TestSandbox.with { sandbox in
      let keyless = try await create(sandbox, Self.body, idempotencyKey: nil)
      #expect(keyless.status == 422)
      #expect(keyless.string("details.field") == "Idempotency-Key")
      for body in [
        "[]", "{", Self.body.replacing("[\"DE\"]", with: "[]"),
        Self.body.replacing("\"A\"", with: "7"),
        Self.body.replacing("{", with: "{\"company_size_min\":0,"),
      ] {
        #expect(try await create(sandbox, body, idempotencyKey: body).status == 422)
      }
      let readOnly = try await create(
        sandbox, Self.body, idempotencyKey: "k", key: "lnc_live_readonly")
      #expect(readOnly.status == 403)
    }
  }

  @Test("An ordered failure shows in the body of a 200")
  func failure() async throws {
    try await TestSandbox.with { sandbox in
      _ = try await sandbox.request("POST", "/_sandbox/jobs/fail-next?kind=profile", key: nil)
      let accepted = try await create(sandbox, Self.body, idempotencyKey: "k")
      let id = try #require(accepted.string("profile_creation_id"))
      sandbox.clock.advance(by: .seconds(1))
      _ = try await sandbox.openProspect("/search-profile-creations/\(id)")
      let failed = try await sandbox.openProspect("/search-profile-creations/\(id)")
      #expect((failed.status, failed.string("status")) == (200, "FAILED"))
      #expect(failed.string("error_code") != nil)
    }
  }
}
