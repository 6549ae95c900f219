import ProspectJSON
import Testing

@testable import ProspectSandbox

/// Switches of statuses, envelopes, headers and checks: the default and each other reading.
@Suite(.timeLimit(.minutes(1)))
struct AnswerReadingTests {
  @Test("Every switch has a name of the provider, a source, and readings of different names")
  func names() {
    let switches = ProspectB2BReadings.switches
    #expect(Set(switches.map(\.name)).count == switches.count)
    for one in switches {
      #expect(one.name.hasPrefix("prospectb2b."))
      #expect(one.source.hasPrefix("contract prospectb2b §"))
      #expect(Set(one.words).count == one.words.count && one.words.count > 1)
    }
  }

  @Test("creation_status and job_start_status", arguments: [("200", "200"), ("201", "202")])
  func successes(creation: String, start: String) async throws {
    try await TestSandbox.reading(["creation_status": creation, "job_start_status": start]) {
      sandbox in
      let created = [
        ("/leads", #"{"email":"a@x.example"}"#), ("/leads/upsert", #"{"email":"b@x.example"}"#),
        ("/campaigns", "{}"), ("/prospector/workflows", "{}"),
        ("/webhooks", #"{"url":"https://x.example","events":["lead.created"]}"#),
      ]
      for (target, body) in created {
        #expect(try await sandbox.crm(post: target, body).status == Int(creation), "\(target)")
      }
      let again = try await sandbox.crm(post: "/leads/upsert", #"{"email":"b@x.example"}"#)
      #expect(again.status == 200)
      let workflow = try await sandbox.activeWorkflow()
      let started: [(String, String?)] = [
        ("/imports", #"{"rows":[{"email":"a@x.example"}]}"#), ("/exports", "{}"),
        ("/prospector/workflows/\(workflow)/run", nil),
      ]
      for (target, body) in started {
        #expect(try await sandbox.crm(post: target, body).status == Int(start), "\(target)")
      }
    }
  }

  @Test("deletion_answer", arguments: [("envelope", 200), ("empty", 204)])
  func deletions(word: String, status: Int) async throws {
    try await TestSandbox.reading(["deletion_answer": word]) { sandbox in
      let workflow = try await sandbox.made("/prospector/workflows", "{}")
      for target in [
        "/prospector/workflows/\(workflow)", "/webhooks/\(try await sandbox.deafWebhook())",
      ] {
        let answer = try await sandbox.crm(delete: target)
        #expect((answer.status, answer.body.isEmpty) == (status, status == 204))
        #expect(try await sandbox.crm(target).status == 404)
      }
    }
  }

  @Test(
    "error_envelope",
    arguments: [
      ("nested", "error.code", ["request_id"]),
      ("request_id_in_both", "error.code", ["error.request_id", "request_id"]),
      ("request_id_inside", "error.code", ["error.request_id"]), ("flat", "code", ["request_id"]),
    ])
  func envelopes(word: String, code: String, ids: [String]) async throws {
    try await TestSandbox.reading(["error_envelope": word]) { sandbox in
      for target in ["/leads/nobody", "/no/such/path"] {
        let answer = try await sandbox.crm(target)
        #expect(answer.string(code) == "not_found")
        let found = ["error.request_id", "request_id"].filter { answer.string($0) != nil }
        #expect(found == ids)
        for id in ids { #expect(answer.string(id) == answer["X-Request-Id"]) }
      }
    }
  }

  @Test(
    "invalid_request_status and wrong_state_status; a conflict of keys stays a 409",
    arguments: [("400", "409"), ("422", "422")])
  func refusals(invalid: String, wrongState: String) async throws {
    try await TestSandbox.reading([
      "invalid_request_status": invalid, "wrong_state_status": wrongState,
    ]) { sandbox in
      #expect(try await sandbox.crm(post: "/leads", "{}").status == Int(invalid))
      #expect(try await sandbox.crm("/leads?limit=0").status == Int(invalid))
      let archived = try await sandbox.workflow("archived")
      let run = try await sandbox.crm(post: "/prospector/workflows/\(archived)/run", nil)
      #expect(run.status == Int(wrongState))
      _ = try await sandbox.crm(post: "/campaigns", "{}", idempotencyKey: "k")
      let conflict = try await sandbox.crm(
        post: "/campaigns", #"{"name":"x"}"#, idempotencyKey: "k")
      #expect(conflict.status == 409)
      #expect(try await sandbox.crm("/leads?cursor=x").status == 400)
    }
  }

  @Test(
    "read_only_check and read_only_code",
    arguments: [
      ("after_scope", "read_only", "insufficient_scope"),
      ("before_scope", "membership_permission_denied", "membership_permission_denied"),
    ])
  func readOnly(check: String, code: String, withoutScope: String) async throws {
    try await TestSandbox.reading(["read_only_check": check, "read_only_code": code]) { sandbox in
      let granted = try await sandbox.crm(post: "/leads", "{}", key: "pb2b_live_readonly_1")
      #expect((granted.status, granted.string("error.code")) == (403, code))
      let lacking = try await sandbox.crm(
        post: "/leads", "{}", key: "pb2b_live_readonly_no-leads.write")
      #expect((lacking.status, lacking.string("error.code")) == (403, withoutScope))
    }
  }

  @Test(
    "rate_limit_headers and retry_after",
    arguments: [
      ("x_ratelimit", "X-RateLimit-Remaining", "seconds", "60"),
      ("ratelimit", "RateLimit-Remaining", "http_date", "Mon, 02 Nov 2026 08:01:00 GMT"),
      ("omitted", nil, "omitted", nil),
    ])
  func rates(headers: String, name: String?, wait: String, value: String?) async throws {
    try await TestSandbox.reading(["rate_limit_headers": headers, "retry_after": wait]) {
      $0.callsPerMinute = 1
    } _: { sandbox in
      let first = try await sandbox.crm("/me")
      for other in ["X-RateLimit-Remaining", "RateLimit-Remaining"] {
        #expect(first[other] == (other == name ? "0" : nil))
      }
      let refused = try await sandbox.crm("/me")
      #expect((refused.status, refused["Retry-After"]) == (429, value))
    }
  }

  @Test("replay_header", arguments: [("present", "true"), ("omitted", nil)])
  func replays(word: String, value: String?) async throws {
    try await TestSandbox.reading(["replay_header": word]) { sandbox in
      let first = try await sandbox.crm(post: "/campaigns", "{}", idempotencyKey: "k")
      let again = try await sandbox.crm(post: "/campaigns", "{}", idempotencyKey: "k")
      #expect(again.body == first.body)
      #expect(again["Idempotent-Replayed"] == value)
    }
  }

  @Test("stored_answers", arguments: [("successes", 200), ("all", 409)])
  func storedAnswers(word: String, status: Int) async throws {
    try await TestSandbox.reading(["stored_answers": word]) { sandbox in
      let refused = try await sandbox.crm(post: "/leads", "{}", idempotencyKey: "k")
      let again = try await sandbox.crm(post: "/leads", "{}", idempotencyKey: "k")
      #expect((refused.status, again.status) == (400, 400))
      #expect((again.body == refused.body) == (word == "all"))
      let corrected = try await sandbox.crm(
        post: "/leads", #"{"email":"a@x.example"}"#, idempotencyKey: "k")
      #expect(corrected.status == status)
    }
  }

  @Test("idempotency_of_changes", arguments: [("ignored", 200), ("honoured", 409)])
  func changes(word: String, status: Int) async throws {
    try await TestSandbox.reading(["idempotency_of_changes": word]) { sandbox in
      let id = try await sandbox.made("/campaigns", "{}")
      let statuses = try await [#"{"name":"A"}"#, #"{"name":"B"}"#].asyncMap { body in
        try await sandbox.request(
          "PATCH", "/api/public/v1/campaigns/\(id)", key: TestSandbox.prospectB2BKey,
          headers: ["Idempotency-Key": "k"], body: body
        ).status
      }
      #expect(statuses == [200, status])
    }
  }

  @Test("webhook_read_scope", arguments: ["webhooks.read", "webhooks.write"])
  func webhookScope(word: String) async throws {
    try await TestSandbox.reading(["webhook_read_scope": word]) { sandbox in
      for scope in ["webhooks.read", "webhooks.write"] {
        let answer = try await sandbox.crm("/webhooks", key: "pb2b_live_a_no-\(scope)")
        #expect(answer.status == (scope == word ? 403 : 200))
      }
    }
  }

  @Test("import_export_paths", arguments: [("top_level", ""), ("under_leads", "/leads")])
  func paths(word: String, prefix: String) async throws {
    try await TestSandbox.reading(["import_export_paths": word]) { sandbox in
      for name in ["imports", "exports"] {
        #expect(try await sandbox.crm("\(prefix)/\(name)").status == 200)
        let elsewhere = prefix.isEmpty ? "/leads/\(name)" : "/\(name)"
        #expect(try await sandbox.crm(elsewhere).status == 404)
        #expect(try await sandbox.crm(post: elsewhere, "{}").status == 404)
      }
      let id = try await sandbox.made("\(prefix)/exports", "{}")
      #expect(try await sandbox.crm("\(prefix)/exports/\(id)/download").status == 200)
    }
  }
}

extension Sequence {
  fileprivate func asyncMap<Result>(
    _ body: (Element) async throws -> Result
  ) async throws -> [Result] {
    var results: [Result] = []
    for element in self { results.append(try await body(element)) }
    return results
  }
}
