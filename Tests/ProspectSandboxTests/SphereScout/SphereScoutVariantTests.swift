import ProspectJSON
import Testing

@testable import ProspectSandbox

@Suite(.timeLimit(.minutes(1)))
struct SphereScoutVariantTests {
  @Test("The variant host takes Token, not Bearer, and only paths that end with a slash")
  func surface() async throws {
    try await TestSandbox.with { sandbox in
      #expect(try await sandbox.variant("/locations/level1/").status == 200)
      let bearer = try await sandbox.variant("/locations/level1/", scheme: "Bearer")
      #expect((bearer.status, bearer["WWW-Authenticate"]) == (401, "Token"))
      #expect(try await sandbox.variant("/locations/level1").status == 404)
      #expect(try await sandbox.variant("/categories/").status == 404)
      let main = try await sandbox.request(
        "GET", "/api/user/profile", key: nil, headers: ["Authorization": "Token key"])
      #expect(main.status == 401)
    }
  }

  @Test("Locations are listed level by level, inside parents, or by id")
  func locations() async throws {
    try await TestSandbox.with { sandbox in
      let regions = try await sandbox.variant("/locations/level1/?country=FR").array("locations")
      #expect(regions.allSatisfy { $0["type"] == "level1" && $0["country"] == "FR" })
      let region = try #require(regions.first?["id"]?.integer)
      let counties = try await sandbox.variant("/locations/level2/?country=FR&states=\(region)")
        .array("locations")
      #expect(counties.map { $0.at(path: "level1.id")?.integer } == [region, region])
      let county = try #require(counties.first?["id"]?.integer)
      let cities = try await sandbox.variant("/locations/level3/?counties=\(county)")
      #expect(cities.array("locations").map { $0["name"] } == ["Lyon"])
      let city = try #require(cities.array("locations").first?["id"]?.integer)
      let looked = try await sandbox.variant("/locations/level3/?ids=\(city)&ids=30002")
      #expect(looked.integer("count") == 2)
      #expect(try await sandbox.variant("/locations/level3/").integer("count") ?? 0 > 10)
    }
  }

  @Test("An export starts from filters, is paid, completes, and has its link apart")
  func export() async throws {
    try await TestSandbox.with { sandbox in
      let price = try #require(
        try await sandbox.scout("/companies?countries=JP").integer("totalCount"))
      let started = try await sandbox.variant("/download-csv/?countries=JP")
      #expect(started.integer("lead_count") == price)
      #expect(try await sandbox.credits() == 10_000 - price)
      let id = try #require(started.string("search_id"))
      #expect(try await status(id, sandbox) == "processing")
      #expect(try await sandbox.variant("/download-completed-csv/\(id)/").status == 404)
      sandbox.clock.advance(by: .seconds(1))
      #expect(try await status(id, sandbox) == "completed")
      let link = try await sandbox.variant("/download-completed-csv/\(id)/")
      let file = try await sandbox.request(
        "GET", try #require(link.target("download_url")), key: nil)
      #expect(csvRows(file.text).count == price + 1)
      #expect(try await sandbox.variant("/download-status/9999/").status == 404)
    }
  }

  @Test("A failed export says so, and too few credits are refused as on the main host")
  func failure() async throws {
    try await TestSandbox.with {
      $0.credits = 500
    } _: { sandbox in
      _ = try await sandbox.request("POST", "/_sandbox/jobs/fail-next?kind=export", key: nil)
      let id = try #require(try await sandbox.variant("/download-csv/").string("search_id"))
      let refused = try await sandbox.variant("/download-csv/")
      #expect(refused.string("validation_code") == "insufficient_credits")
      sandbox.clock.advance(by: .seconds(1))
      #expect(try await status(id, sandbox) == "failed")
      #expect(try await sandbox.credits() == 500)
    }
  }

  private func status(_ id: String, _ sandbox: TestSandbox) async throws -> String? {
    try await sandbox.variant("/download-status/\(id)/").string("status")
  }
}
