import ProspectJSON
import ProspectSandbox
import Testing

@Suite(.timeLimit(.minutes(1)))
struct OpenProspectOrderTests {
  @Test("An order passes through its states by the clock and then has results")
  func life() async throws {
    try await TestSandbox.with { sandbox in
      let id = try await sandbox.order(3)
      var seen: [String?] = []
      for _ in 0..<5 {
        seen.append(try await sandbox.openProspect("/orders/\(id)").string("status"))
        sandbox.clock.advance(by: .milliseconds(100))
      }
      #expect(seen == ["RECEIVED", "ACCEPTED", "IN_PROGRESS", "IN_PROGRESS", "COMPLETED"])
      let results = try await sandbox.openProspect("/orders/\(id)/results?limit=2")
      #expect((results.integer("total"), results.at("has_more")) == (3, true))
      #expect(results.array("items").allSatisfy { $0["source_id"] == .null })
      #expect(results.array("items").allSatisfy { $0["contacts"]?.array?.isEmpty == false })
      let rest = try await sandbox.openProspect("/orders/\(id)/results?limit=2&offset=2")
      let ids = (results.array("items") + rest.array("items")).compactMap { $0["id"]?.string }
      #expect(Set(ids).count == 3)
    }
  }

  @Test("A company from the results of an order, and its people, can be read one by one")
  func resultsCanBeRead() async throws {
    try await TestSandbox.with { sandbox in
      let first = try await sandbox.openProspect("/orders").array("items").first
      let order = try #require(first?["order_id"]?.string)
      let results = try await sandbox.openProspect("/orders/\(order)/results")
      let company = try #require(results.array("items").first)
      let id = try #require(company["id"]?.string)
      let person = try #require(company["contacts"]?.array?.first?["id"]?.string)
      #expect(try await sandbox.openProspect("/companies/\(id)").at("name") == company["name"])
      let prospect = try await sandbox.openProspect("/prospects/\(person)")
      #expect(prospect.string("company_id") == id)
    }
  }

  @Test("Enriched companies keep what the caller said and carry the caller's id")
  func enrichment() async throws {
    try await TestSandbox.with { sandbox in
      let placed = try await sandbox.openProspect(
        "POST", "/orders",
        """
        {"profile_id":"\(try await sandbox.profile())","order_type":"ENRICHMENT","companies":[
        {"company_name":"Kaltenbruck","external_id":"ERP-77","city":"Linz"},
        {"company_name":"Other"}],"features":["COMPANY_DATA","TECHNOLOGIES"]}
        """)
      #expect((placed.status, placed.integer("briefing_quantity")) == (201, 2))
      let id = try #require(placed.string("order_id"))
      sandbox.clock.advance(by: .seconds(1))
      let rows = try await sandbox.openProspect("/orders/\(id)/results").array("items")
      #expect(rows.map { $0["name"] } == ["Kaltenbruck", "Other"])
      #expect(rows.map { $0["source_id"] } == ["ERP-77", .null])
      #expect(rows.first?["city"] == "Linz")
      // Contacts were not among the features.
      #expect(rows.allSatisfy { $0["contacts"] == [] && $0["technologies"]?.array != nil })
    }
  }

  @Test(
    "An order can end without results",
    arguments: [
      ("order", "FAILED"), ("rejection", "REJECTED"), ("cancellation", "CANCELLED"),
    ])
  func otherEnds(kind: String, status: String) async throws {
    try await TestSandbox.with { sandbox in
      _ = try await sandbox.request("POST", "/_sandbox/jobs/fail-next?kind=\(kind)", key: nil)
      let ids = [try await sandbox.order(1), try await sandbox.order(1)]
      sandbox.clock.advance(by: .seconds(1))
      let ended = try await sandbox.openProspect("/orders/\(ids[0])")
      #expect(ended.string("status") == status)
      #expect((ended.string("message") == nil) == (status == "CANCELLED"))
      #expect(try await sandbox.openProspect("/orders/\(ids[0])/results").status == 409)
      let next = try await sandbox.openProspect("/orders/\(ids[1])")
      #expect(next.string("status") == "COMPLETED")
    }
  }

  @Test("The same key places an order once; with another body it is a 409")
  func idempotency() async throws {
    try await TestSandbox.with { sandbox in
      let body = #"{"profile_id":"\#(try await sandbox.profile())","briefing_quantity":2}"#
      let before = try await sandbox.summary("jobs.orders")
      let first = try await sandbox.openProspect("POST", "/orders", body, idempotencyKey: "k")
      let again = try await sandbox.openProspect("POST", "/orders", body, idempotencyKey: "k")
      let other = try await sandbox.openProspect(
        "POST", "/orders", body.replacing(":2", with: ":3"), idempotencyKey: "k")
      #expect(again.string("order_id") == first.string("order_id"))
      #expect((other.status, other.string("code")) == (409, "IDEMPOTENCY_KEY_CONFLICT"))
      #expect(try await sandbox.summary("jobs.orders") == before + 1)
    }
  }

  @Test("A profile can be ordered on once its creation succeeded")
  func profileFirst() async throws {
    try await TestSandbox.with { sandbox in
      let path = "/search-profile-creations"
      let created = try await sandbox.openProspect(
        "POST", path, TestSandbox.profileBody, idempotencyKey: "k")
      let id = try #require(created.string("profile_creation_id"))
      sandbox.clock.advance(by: .seconds(1))
      _ = try await sandbox.openProspect("\(path)/\(id)")
      let profile = try #require(
        try await sandbox.openProspect("\(path)/\(id)").string("profile_id"))
      let order = try await sandbox.openProspect(
        "POST", "/orders", #"{"profile_id":"\#(profile)","briefing_quantity":1}"#)
      #expect((order.status, order.string("status")) == (201, "RECEIVED"))
    }
  }

  @Test(
    "A wrong order is a 422 that names the field, fields that exclude each other are a 400",
    arguments: [
      ("", 422, "briefing_quantity"), (#","briefing_quantity":0"#, 422, "briefing_quantity"),
      (#","briefing_quantity":"5""#, 422, "briefing_quantity"),
      (#","briefing_quantity":1.5"#, 422, "briefing_quantity"),
      (#","companies":[]"#, 422, "companies"),
      (#","companies":[{"company_name":"A"},{"city":"C"}]"#, 422, "companies[1].company_name"),
      (#","companies":["A"]"#, 422, "companies[0]"),
      (#","briefing_quantity":1,"order_type":"OTHER""#, 422, "order_type"),
      (#","briefing_quantity":1,"features":"CONTACTS""#, 422, "features"),
      (#","briefing_quantity":1,"companies":[{"company_name":"A"}]"#, 400, nil),
      (#","briefing_quantity":1,"order_type":"ENRICHMENT""#, 400, nil),
    ])
  func validation(fields: String, status: Int, field: String?) async throws {
    try await TestSandbox.with { sandbox in
      let body = #"{"profile_id":"\#(try await sandbox.profile())"\#(fields)}"#
      let answer = try await sandbox.openProspect("POST", "/orders", body)
      #expect((answer.status, answer.string("details.field")) == (status, field))
    }
  }

  @Test("An enrichment takes 10,000 companies and not one more")
  func largest() async throws {
    try await TestSandbox.with { sandbox in
      let profile = try await sandbox.profile()
      for (count, status) in [(10_000, 201), (10_001, 422)] {
        let companies = repeatElement(#"{"company_name":"A"}"#, count: count)
        let answer = try await sandbox.openProspect(
          "POST", "/orders",
          #"{"profile_id":"\#(profile)","companies":[\#(companies.joined(separator: ","))]}"#)
        #expect(answer.status == status)
      }
    }
  }
}
