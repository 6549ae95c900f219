import ProspectJSON
import Testing

@testable import ProspectSandbox

@Suite(.timeLimit(.minutes(1)))
struct SphereScoutLocationTests {
  @Test("A hit names its type and parents, and its id filters; a parent holds its children")
  func hit() async throws {
    try await TestSandbox.with { sandbox in
      let answer = try await sandbox.scout("/locations/search?q=lyon&country=FR")
      #expect(answer.integer("count") == 1)
      let city = try #require(answer.array("locations").first)
      #expect(city["type"]?.string == "level3")
      #expect(city.at(path: "level2.name") == "Rhône")
      let id = try #require(city["id"]?.integer)
      let region = try #require(city.at(path: "level1.id")?.integer)
      let inCity = try await count("level3_location=\(id)", sandbox)
      let inRegion = try await count("level1_location=\(region)", sandbox)
      #expect((0 < inCity, inCity < inRegion) == (true, true))
      let both = try await count("level1_location=\(region)&level3_location=\(id)", sandbox)
      #expect(both == inCity)
      let rows = try await sandbox.scout("/companies?level3_location=\(id)").array("preview")
      #expect(rows.allSatisfy { $0["city"] == "Lyon" })
    }
  }

  @Test("Regions add up to their country, and an id of another level or none matches nothing")
  func sums() async throws {
    try await TestSandbox.with { sandbox in
      let regions = try await sandbox.variant("/locations/level1/?country=FR")
        .array("locations").compactMap { $0["id"]?.integer }
      let query = regions.map { "level1_location=\($0)" }.joined(separator: "&")
      let french = try await count("countries=FR", sandbox)
      #expect(try await count(query, sandbox) == french)
      let first = try #require(regions.first)
      for other in ["level2_location=\(first)", "level1_location=9", "level1_location=x"] {
        #expect(try await count(other, sandbox) == 0)
      }
    }
  }

  @Test(
    "Parents narrow; a name with its parent, an uncovered country and a wrong parent find nothing",
    arguments: [
      ("q=Saint", 1), ("q=saint&country=US", 0), ("q=Austin%2C+Texas", 0), ("q=Lyon&country=XX", 0),
      ("q=e&country=FR&states=9", 0),
    ])
  func narrowing(query: String, hits: Int) async throws {
    try await TestSandbox.with { sandbox in
      let answer = try await sandbox.scout("/locations/search?\(query)")
      #expect(answer.integer("count") == hits)
    }
  }

  @Test("At most ten hits of each type; without a name it is a 400")
  func cap() async throws {
    try await TestSandbox.with { sandbox in
      let answer = try await sandbox.scout("/locations/search?q=a")
      let types = answer.array("locations").compactMap { $0["type"]?.string }
      #expect(types.filter { $0 == "level3" }.count == 10)
      #expect(Set(types) == ["level1", "level2", "level3"])
      #expect(try await sandbox.scout("/locations/search").status == 400)
    }
  }

  private func count(_ query: String, _ sandbox: TestSandbox) async throws -> Int {
    try #require(try await sandbox.scout("/companies?\(query)").integer("totalCount"))
  }
}
