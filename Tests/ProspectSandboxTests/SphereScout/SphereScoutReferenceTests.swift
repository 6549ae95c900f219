import ProspectJSON
import Testing

@testable import ProspectSandbox

@Suite(.timeLimit(.minutes(1)))
struct SphereScoutReferenceTests {
  @Test("Reference data and the public preview need no credential; a bad one is refused")
  func credentials() async throws {
    try await TestSandbox.with { sandbox in
      let open = [
        "/categories", "/locations/countries", "/locations/search?q=Lyon", "/professions/summary",
      ]
      for target in open {
        #expect(try await sandbox.request("GET", "/api\(target)", key: nil).status == 200)
        #expect(try await sandbox.scout(target, key: "revoked").status == 401)
      }
      let preview = try await sandbox.request(
        "GET", "/api/public/companies?countries=FR", key: nil)
      #expect(preview.array("preview").count == 10)
      #expect(preview.names == ["totalCount", "preview"])
      let found = try await sandbox.scout("/companies?countries=FR")
      #expect(preview.integer("totalCount") == found.integer("totalCount"))
    }
  }

  @Test(
    "A category is found by its name and by names in other languages, the best match first",
    arguments: [
      ("q=plumber", [504], 0, "name"), ("q=klempner", [504], 3, "localized_name"),
      ("q=CA", [501, 503, 509], 1, "name"), ("q=ca&limit=1", [501], 1, "name"),
      ("q=gar&limit=1", [509], 4, "localized_name"),
    ])
  func categories(query: String, ids: [Int64], rank: Int64, field: String) async throws {
    try await TestSandbox.with { sandbox in
      let rows = try await sandbox.scout("/categories?\(query)").rows
      #expect(rows.prefix(ids.count).map { $0["id"]?.integer } == ids)
      #expect(rows.first?["match_rank"]?.integer == rank)
      #expect(rows.first?["matched_field"]?.string == field)
    }
  }

  @Test("The catalogue holds every category, without match fields, and a category's id filters")
  func catalogue() async throws {
    try await TestSandbox.with { sandbox in
      let rows = try await sandbox.scout("/categories").rows
      #expect(rows.count == 12)
      #expect(rows.allSatisfy { $0.object?.members.map(\.name) == ["id", "name", "gcid"] })
      #expect(try await sandbox.scout("/categories?limit=0").status == 400)
    }
  }

  @Test("Professions cover every category once and count every contact once")
  func professions() async throws {
    try await TestSandbox.with { sandbox in
      let rows = try await sandbox.scout("/professions/summary").rows
      let members = rows.flatMap { $0["subcategories"]?.array ?? [] }
      #expect(Set(members.compactMap { $0["id"]?.integer }).count == 12)
      #expect(members.count == 12)
      #expect(rows.reduce(0) { $0 + ($1["count"]?.integer ?? 0) } == 500)
      #expect(members.reduce(0) { $0 + ($1["count"]?.integer ?? 0) } == 500)
    }
  }

  @Test("Countries have a code that the search takes")
  func countries() async throws {
    try await TestSandbox.with { sandbox in
      var total = 0
      for row in try await sandbox.scout("/locations/countries").rows {
        let code = try #require(row["alpha2"]?.string)
        #expect(row["name"]?.string != nil)
        total += try #require(
          try await sandbox.scout("/companies?countries=\(code)").integer("totalCount"))
      }
      #expect(total == 500)
    }
  }
}
