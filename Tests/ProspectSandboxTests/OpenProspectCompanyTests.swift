import ProspectJSON
import ProspectSandbox
import Testing

@Suite(.timeLimit(.minutes(1)))
struct OpenProspectCompanyTests {
  private func companies(
    _ sandbox: TestSandbox, _ filters: String = ""
  ) async throws -> TestResponse {
    let id = try await sandbox.firstProspectSearch()
    return try await sandbox.openProspect(
      "/companies?prospect_search_id=\(id)&limit=100\(filters)")
  }

  @Test("Delivered companies are accepted, those to come are pending, the rest was turned down")
  func reviewStatus() async throws {
    try await TestSandbox.with { sandbox in
      let search = try await sandbox.firstProspectSearch()
      let delivered = try await sandbox.openProspect("/deliveries/\(search)/companies?limit=100")
      let accepted = try await companies(sandbox, "&review_status=accepted")
      #expect(accepted.integer("total") == delivered.integer("total"))
      #expect(
        accepted.array("items").map { $0["id"] } == delivered.array("items").map { $0["id"] })
      let total = try #require(try await companies(sandbox).integer("total"))
      let rest = try await companies(
        sandbox, "&review_status_list=pending&review_status_list=rejected&review_status=accepted")
      let both = try #require(rest.integer("total"))
      let words = Set(rest.array("items").compactMap { $0["review_status"]?.string })
      #expect(words == ["pending", "rejected"])
      #expect(both + (accepted.integer("total") ?? 0) == total)
    }
  }

  @Test("A company becomes accepted on the day of its delivery")
  func acceptance() async throws {
    try await TestSandbox.with { sandbox in
      let pending = try await companies(sandbox, "&review_status=pending")
      let id = try #require(pending.array("items").first?["id"]?.string)
      sandbox.clock.advance(by: .seconds(86_400))
      let company = try await sandbox.openProspect("/companies/\(id)")
      #expect(company.string("review_status") == "accepted")
    }
  }

  @Test("Companies can be found by score and by text in any case")
  func filters() async throws {
    try await TestSandbox.with { sandbox in
      let all = try await companies(sandbox).array("items")
      let scores = all.compactMap { $0["match_score"]?.number }
      #expect(scores.count == all.count && scores.allSatisfy { (0...10).contains($0) })
      let good = try await companies(sandbox, "&min_match_score=7.5")
      #expect(good.integer("total") == scores.count { $0 >= 7.5 })
      #expect(scores.contains { $0 < 7.5 })
      let city = try #require(all.first?["city"]?.string)
      let name = city.utf8.map { "%" + String($0, radix: 16) }.joined()
      let found = try await companies(sandbox, "&search=\(name)")
      #expect(found.integer("total") == all.count { $0["city"]?.string == city })
      #expect(try await companies(sandbox, "&search=nowhere%20at%20all").integer("total") == 0)
    }
  }

  @Test(
    "A wrong filter is a 422 that names it",
    arguments: [
      ("?limit=1", "prospect_search_id"), ("?prospect_search_id=x", "prospect_search_id"),
      ("?prospect_search_id=&min_match_score=11", "prospect_search_id"),
      ("?prospect_search_id=ID&min_match_score=11", "min_match_score"),
      ("?prospect_search_id=ID&min_match_score=good", "min_match_score"),
      ("?prospect_search_id=ID&review_status=Accepted", "review_status"),
      ("?prospect_search_id=ID&review_status_list=accepted,pending", "review_status_list"),
      ("?prospect_search_id=ID&limit=0", "limit"),
    ])
  func validation(query: String, field: String) async throws {
    try await TestSandbox.with { sandbox in
      let id = try await sandbox.firstProspectSearch()
      let answer = try await sandbox.openProspect("/companies\(query.replacing("ID", with: id))")
      #expect((answer.status, answer.string("details.field")) == (422, field))
    }
  }

  @Test("Positions and technologies add up to their summaries")
  func signals() async throws {
    try await TestSandbox.with { sandbox in
      var positions = 0
      var technologies = 0
      for company in try await companies(sandbox).array("items").prefix(5) {
        let path = "/companies/\(try #require(company["id"]?.string))"
        let jobs = try await sandbox.openProspect("\(path)/jobs").array("items")
        let hiring = try await sandbox.openProspect("\(path)/jobs/summary")
        #expect(hiring.integer("open_positions") == jobs.count)
        #expect(hiring.at("newest_posted_at") == jobs.first?["posted_at"] ?? .null)
        let stack = try await sandbox.openProspect("\(path)/webtech-intel").array("items")
        let summary = try await sandbox.openProspect("\(path)/webtech-intel/summary")
        #expect(summary.integer("technologies") == stack.count)
        positions += jobs.count
        technologies += stack.count
      }
      #expect(positions > 0 && technologies > 0)
    }
  }

  @Test("The list of prospects holds everybody who was delivered, each once")
  func prospects() async throws {
    try await TestSandbox.with { sandbox in
      var delivered: [JSON] = []
      for search in try await sandbox.openProspect("/prospect-searches").array("items") {
        let id = try #require(search["id"]?.string)
        let page = try await sandbox.openProspect("/deliveries/\(id)/companies?limit=100")
        delivered += page.array("items").flatMap { $0["prospects"]?.array ?? [] }
      }
      var listed: [JSON] = []
      repeat {
        let page = try await sandbox.openProspect("/prospects?limit=20&offset=\(listed.count)")
        listed += page.array("items")
        if page.at("has_more") != true { break }
      } while true
      #expect(listed.map { $0["id"] } == delivered.map { $0["id"] })
      let id = try #require(listed.last?["id"]?.string)
      #expect(
        try await sandbox.openProspect("/prospects/\(id)").at("email") == listed.last?["email"])
    }
  }
}
