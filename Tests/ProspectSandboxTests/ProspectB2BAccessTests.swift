import ProspectJSON
import ProspectSandbox
import Testing

@Suite(.timeLimit(.minutes(1)))
struct ProspectB2BAccessTests {
  @Test(
    "Each way in which a key fails has its own 401 code",
    arguments: [
      ("lnc_live_x", "invalid_api_key"), ("pb2b_live_x", "invalid_api_key"),
      ("pb2b_live_a_revoked", "key_revoked"), ("pb2b_live_a_expired", "key_expired"),
    ])
  func unauthorized(key: String, code: String) async throws {
    try await TestSandbox.with { sandbox in
      let answer = try await sandbox.crm("/me", key: key)
      #expect((answer.status, answer.string("error.code")) == (401, code))
      #expect(answer.string("request_id") == answer["X-Request-Id"])
    }
  }

  @Test("No bearer header is a 401 missing_bearer, an unknown path a 404 in the same envelope")
  func envelopes() async throws {
    try await TestSandbox.with { sandbox in
      let keyless = try await sandbox.request("GET", "/api/public/v1/me", key: nil)
      #expect(keyless.string("error.code") == "missing_bearer")
      let unknown = try await sandbox.crm("/nothing")
      #expect((unknown.status, unknown.string("error.code")) == (404, "not_found"))
    }
  }

  @Test("A read-only membership reads; its writes are a 403 read_only and change nothing")
  func readOnly() async throws {
    try await TestSandbox.with { sandbox in
      let key = "pb2b_live_readonly_1"
      #expect(try await sandbox.crm("/me", key: key).at("data.read_only") == true)
      #expect(try await sandbox.crm("/leads", key: key).status == 200)
      let write = try await sandbox.crm(post: "/leads", #"{"email":"a@x.example"}"#, key: key)
      #expect((write.status, write.string("error.code")) == (403, "read_only"))
      #expect(try await sandbox.summary("leads.total") == 0)
    }
  }

  @Test("A key without scopes can say who it is, and nothing else")
  func scopes() async throws {
    try await TestSandbox.with { sandbox in
      let key = "pb2b_live_noscope_1"
      #expect(try await sandbox.crm("/me", key: key).at("data.scopes") == ["me.read"])
      let leads = try await sandbox.crm("/leads", key: key)
      #expect((leads.status, leads.string("error.code")) == (403, "insufficient_scope"))
      #expect(leads.string("error.details.required_scope") == "leads.read")
    }
  }

  @Test("A key's calls are counted over a rolling minute and refused with Retry-After")
  func rateLimit() async throws {
    try await TestSandbox.with {
      $0.callsPerMinute = 3
    } _: { sandbox in
      var remaining: [String?] = []
      for _ in 1...3 { remaining.append(try await sandbox.crm("/me")["X-RateLimit-Remaining"]) }
      #expect(remaining == ["2", "1", "0"])
      sandbox.clock.advance(by: .seconds(20))
      let refused = try await sandbox.crm("/me")
      #expect((refused.status, refused.string("error.code")) == (429, "rate_limited"))
      #expect(refused["Retry-After"] == "40")
      #expect(try await sandbox.crm("/me", key: "pb2b_live_another_key").status == 200)
      sandbox.clock.advance(by: .seconds(40))
      #expect(try await sandbox.crm("/me").status == 200)
    }
  }
}
