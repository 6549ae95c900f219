import ProspectJSON
import ProspectSandbox
import Testing

@Suite(.timeLimit(.minutes(1)))
struct LeadTests {
  @Test("A created lead carries id, object, times, defaults, unknown members, and a request id")
  func creates() async throws {
    try await TestSandbox.with { sandbox in
      let answer = try await sandbox.crm(
        post: "/leads", #"{"full_name":"Ada","email":"ada@x.example","mood":{"a":[1]}}"#)
      #expect(answer.status == 200)
      #expect(answer.string("data.object") == "lead")
      #expect(answer.string("data.created_at") == "2026-11-02T08:00:00.000Z")
      #expect(answer.string("data.status") == "new")
      #expect(answer.at("data.company_name") == .null)
      #expect(answer.at("data.mood.a") == [1])
      #expect(answer.string("request_id") == answer["X-Request-Id"])
    }
  }

  @Test("Creating twice makes two leads, upserting merges by folded e-mail")
  func merges() async throws {
    try await TestSandbox.with { sandbox in
      let first = try await sandbox.crm(post: "/leads", #"{"email":"a@x.example"}"#)
      _ = try await sandbox.crm(post: "/leads", #"{"email":"a@x.example"}"#)
      let merged = try await sandbox.crm(
        post: "/leads/upsert", #"{"email":"A@X.Example","company_name":"Żubr"}"#)
      #expect(merged.string("data.id") == first.string("data.id"))
      #expect(merged.string("data.email") == "A@X.Example")
      #expect(try await sandbox.summary("leads.total") == 2)
    }
  }

  @Test("The external id matches before the e-mail; absent members stay, null clears")
  func upserts() async throws {
    try await TestSandbox.with { sandbox in
      let first = try await sandbox.crm(
        post: "/leads/upsert", #"{"external_id":"e1","email":"a@x.example","phone":"1"}"#)
      _ = try await sandbox.crm(post: "/leads/upsert", #"{"email":"b@x.example"}"#)
      let moved = try await sandbox.crm(
        post: "/leads/upsert", #"{"external_id":"e1","email":"c@x.example","phone":null}"#)
      #expect(moved.string("data.id") == first.string("data.id"))
      #expect(moved.at("data.phone") == .null)
      #expect(try await sandbox.summary("leads.total") == 2)
      let byNewAddress = try await sandbox.crm(post: "/leads/upsert", #"{"email":"C@x.example"}"#)
      #expect(byNewAddress.string("data.id") == first.string("data.id"))
    }
  }

  @Test("An upsert that changes nothing leaves updated_at alone")
  func quietUpsert() async throws {
    try await TestSandbox.with { sandbox in
      let body = #"{"email":"a@x.example","tags":["t"]}"#
      _ = try await sandbox.crm(post: "/leads/upsert", body)
      sandbox.clock.advance(by: .seconds(5))
      let again = try await sandbox.crm(post: "/leads/upsert", body)
      #expect(again.string("data.updated_at") == "2026-11-02T08:00:00.000Z")
    }
  }

  @Test(
    "A body that is no lead is a 400 invalid_request",
    arguments: [
      "", "{", "[]", "{}", #"{"email":"a@x; b@y"}"#, #"{"email":"nobody"}"#, #"{"email":7}"#,
      #"{"company_name":"only"}"#, #"{"email":"a@x.example","tags":[1]}"#,
      #"{"email":"a@x.example","custom_fields":[]}"#,
    ])
  func refuses(body: String) async throws {
    try await TestSandbox.with { sandbox in
      for path in ["/leads", "/leads/upsert"] {
        let answer = try await sandbox.crm(post: path, body)
        #expect((answer.status, answer.string("error.code")) == (400, "invalid_request"))
        #expect(answer.string("request_id") != nil)
      }
    }
  }

  @Test("Pages follow updated_at and id; a changed lead moves to the end; nothing is lost or twice")
  func lists() async throws {
    try await TestSandbox.with { sandbox in
      for number in 1...7 {
        if number == 4 { sandbox.clock.advance(by: .milliseconds(1)) }
        _ = try await sandbox.crm(
          post: "/leads/upsert", #"{"email":"l\#(number)@x.example"}"#)
      }
      sandbox.clock.advance(by: .milliseconds(1))
      _ = try await sandbox.crm(post: "/leads/upsert", #"{"email":"l2@x.example","phone":"1"}"#)
      var seen: [String] = []
      var cursor = ""
      repeat {
        let page = try await sandbox.crm("/leads?limit=2\(cursor)")
        seen += page.array("data").compactMap { $0["email"]?.string }
        cursor = page.string("pagination.next_cursor").map { "&cursor=\($0)" } ?? ""
        #expect(page.at("pagination.has_more")?.bool == !cursor.isEmpty)
      } while !cursor.isEmpty
      #expect(seen == [1, 3, 4, 5, 6, 7, 2].map { "l\($0)@x.example" })
      let later = try await sandbox.crm("/leads?updated_after=2026-11-02T08:00:00.001Z")
      #expect(later.array("data").compactMap { $0["email"]?.string } == ["l2@x.example"])
    }
  }

  @Test("A cursor of another filter, an altered one and a stale one are a 400 invalid_cursor")
  func cursors() async throws {
    try await TestSandbox.with { sandbox in
      for number in 1...2 {
        _ = try await sandbox.crm(post: "/leads", #"{"email":"l\#(number)@x.example"}"#)
      }
      let page = try await sandbox.crm("/leads?limit=1")
      let cursor = try #require(page.string("pagination.next_cursor"))
      let queries = [
        "cursor=\(cursor)&updated_after=2026-01-01T00:00:00Z", "cursor=\(cursor)0",
        "cursor=lead_002",
      ]
      for query in queries {
        let answer = try await sandbox.crm("/leads?\(query)")
        #expect((answer.status, answer.string("error.code")) == (400, "invalid_cursor"))
      }
      #expect(try await sandbox.crm("/leads?cursor=\(cursor)").array("data").count == 1)
      sandbox.clock.advance(by: .seconds(15 * 60))
      #expect(try await sandbox.crm("/leads?cursor=\(cursor)").status == 400)
    }
  }
}
