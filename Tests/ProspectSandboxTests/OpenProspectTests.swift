import ProspectJSON
import ProspectSandbox
import Testing

@Suite(.timeLimit(.minutes(1)))
struct OpenProspectTests {
  @Test("A key is refused with a flat 401 unless it has the documented prefix and is active")
  func keys() async throws {
    try await TestSandbox.with { sandbox in
      for key in ["nonsense", "lnc_live_", "lnc_live_revoked1", "lnc_test_expired1"] {
        let answer = try await sandbox.openProspect("/auth/validate", key: key)
        #expect(answer.status == 401)
        #expect(answer.string("code") == "UNAUTHORIZED")
      }
      let valid = try await sandbox.openProspect("/auth/validate", key: "lnc_test_1")
      #expect(valid.at("valid") == true)
      #expect(valid.array("scopes").contains("companies:read"))
    }
  }

  @Test("A missing scope is a 403 that lists the needed and the granted ones")
  func scopes() async throws {
    try await TestSandbox.with { sandbox in
      let answer = try await sandbox.openProspect("/prospect-searches", key: "lnc_live_noscope")
      #expect(answer.status == 403)
      #expect(answer.at("details.required_scopes") == ["prospect_searches:read"])
      #expect(answer.at("details.user_scopes") == [])
    }
  }

  @Test("Every delivered company comes exactly once when the offset advances by the echoed limit")
  func pages() async throws {
    try await TestSandbox.with { sandbox in
      let id = try await sandbox.firstProspectSearch()
      var seen: [String] = []
      var offset = 0
      while true {
        let page = try await sandbox.openProspect(
          "/deliveries/\(id)/companies?limit=5&offset=\(offset)")
        seen += page.array("items").compactMap { $0["id"]?.string }
        if page.at("has_more") == false {
          #expect(page.integer("total") == seen.count)
          break
        }
        offset += try #require(page.integer("limit"))
      }
      #expect(seen.count > 5)
      #expect(Set(seen).count == seen.count)
    }
  }

  @Test("delivered_since is strictly later; empty means everything; a bad one is a 422")
  func deliveredSince() async throws {
    try await TestSandbox.with { sandbox in
      let list = "/deliveries/\(try await sandbox.firstProspectSearch())/companies"
      let all = try await sandbox.openProspect("\(list)?delivered_since=")
      let total = try #require(all.integer("total"))
      // The newest company was delivered three hours before the start, the others before it.
      let newest = try await sandbox.openProspect("\(list)?delivered_since=2026-11-02T04:59:59Z")
      let none = try await sandbox.openProspect("\(list)?delivered_since=2026-11-02T05:00:00Z")
      #expect((total > 1, newest.integer("total"), none.integer("total")) == (true, 1, 0))
      let bad = try await sandbox.openProspect("\(list)?delivered_since=yesterday")
      #expect(bad.status == 422)
      #expect(bad.string("code") == "VALIDATION_ERROR")
    }
  }

  @Test("Turning the clock by days delivers new companies")
  func upcoming() async throws {
    try await TestSandbox.with { sandbox in
      let list =
        "/deliveries/\(try await sandbox.firstProspectSearch())/companies"
        + "?delivered_since=2026-11-02T08:00:00Z"
      let first = try await sandbox.openProspect(list)
      let turned = try await sandbox.request(
        "POST", "/_sandbox/clock/advance?seconds=86400", key: nil)
      let second = try await sandbox.openProspect(list)
      #expect(turned.string("now") == "2026-11-03T08:00:00.000Z")
      #expect((first.integer("total"), second.integer("total")) == (0, 1))
    }
  }

  @Test(
    "A limit outside 1 to 100 is a 422, an unknown search a 404, each in the flat envelope",
    arguments: [("limit=0", 422), ("limit=101", 422), ("offset=-1", 422), ("limit=x", 422)])
  func limits(query: String, status: Int) async throws {
    try await TestSandbox.with { sandbox in
      let bad = try await sandbox.openProspect("/prospect-searches?\(query)")
      #expect(bad.status == status)
      let unknown = try await sandbox.openProspect("/deliveries/nobody/companies")
      #expect(unknown.string("code") == "PROSPECT_SEARCH_NOT_FOUND")
    }
  }

  @Test("A trailing slash is redirected with 307 to the documented path, the query kept")
  func trailingSlash() async throws {
    try await TestSandbox.with { sandbox in
      let answer = try await sandbox.openProspect("/prospect-searches/?limit=2")
      #expect(answer.status == 307)
      #expect(answer["Location"] == "/api/v1/prospect-searches?limit=2")
    }
  }
}

extension TestSandbox {
  func firstProspectSearch() async throws -> String {
    let searches = try await openProspect("/prospect-searches")
    return try #require(searches.array("items").first?["id"]?.string)
  }
}
