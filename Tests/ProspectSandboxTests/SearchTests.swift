import ProspectJSON
import Testing

@testable import ProspectSandbox

@Suite(.timeLimit(.minutes(1)))
struct SearchTests {
  @Test("A search counts, shows ten rows without e-mail addresses, and remembers itself")
  func sample() async throws {
    try await TestSandbox.with { sandbox in
      let found = try await sandbox.scout("/companies?countries=FR&email=true")
      let directory = ContactDirectory(count: 500, seed: 2026)
      let expected = directory.facets.count { $0.country == 0 && $0.hasEmail }
      #expect(found.integer("totalCount") == expected)
      #expect(found.array("preview").count == 10)
      #expect(!found.text.contains("@") && !found.text.contains("\"email\""))
      #expect(found.array("preview").allSatisfy { $0["country"] == "FR" })
      let again = try await sandbox.scout("/companies/?email=true&countries=FR")
      #expect(again.string("search_id") == found.string("search_id"))
    }
  }

  @Test("Repeated countries add up, other filters narrow, unknown parameters are ignored")
  func filters() async throws {
    try await TestSandbox.with { sandbox in
      func count(_ query: String) async throws -> Int {
        try #require(try await sandbox.scout("/companies?\(query)").integer("totalCount"))
      }
      let (french, japanese) = (try await count("countries=FR"), try await count("countries=JP"))
      #expect(try await count("countries=FR&countries=JP") == french + japanese)
      #expect(try await count("countries=FR&has_email=true&page_size=3") == french)
      #expect(try await count("countries=XX") == 0)
      #expect(try await count("category=999") == 0)
      let category = try await count("category=501")
      let main = try await count("category=501&main_activity_only=true")
      #expect((main > 0, main < category, category < 500) == (true, true, true))
      #expect(try await count("phone_number=true&website=true&email=true") < 500)
    }
  }

  @Test(
    "A boolean that is not the word true or false, and a bad number, are a 400",
    arguments: ["email=1", "email=True", "paginate=yes", "category=x", "paginate=true&page=0"])
  func badParameters(query: String) async throws {
    try await TestSandbox.with { sandbox in
      let answer = try await sandbox.scout("/companies?\(query)")
      #expect(answer.status == 400)
    }
  }

  @Test("Pages have 50 rows, share one search_id, and together hold every match once")
  func pages() async throws {
    try await TestSandbox.with { sandbox in
      var ids: [Int64] = []
      var searches: Set<String?> = []
      var next: String? = "/api/companies?paginate=true&countries=FR&countries=DE"
      var total = 0
      while let target = next {
        let page = try await sandbox.request("GET", target, key: TestSandbox.sphereScoutKey)
        ids += page.array("preview").compactMap { $0["id"]?.integer }
        searches.insert(page.string("search_id"))
        total = try #require(page.integer("count"))
        next = page.target("next")
        #expect(next == nil || page.array("preview").count == 50)
      }
      #expect(total > 100)
      #expect((ids.count, Set(ids).count, searches.count) == (total, total, 1))
    }
  }

  @Test("Any key but a revoked one is accepted; none is a 401 with detail")
  func keys() async throws {
    try await TestSandbox.with { sandbox in
      #expect(try await sandbox.scout("/user/profile", key: "anything").status == 200)
      #expect(try await sandbox.scout("/user/profile", key: "revoked").status == 401)
      let keyless = try await sandbox.request("GET", "/api/user/profile", key: nil)
      #expect(keyless.status == 401)
      #expect(keyless.string("detail") != nil)
    }
  }
}
