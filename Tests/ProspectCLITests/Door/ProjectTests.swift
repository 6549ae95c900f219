import Testing

@testable import ProspectCLI

/// From nothing to a recipe that was checked and has run.
@Suite(.serialized, .timeLimit(.minutes(2))) struct ProjectTests {
  @Test func aNewProjectChecksAndRunsInTheSandbox() async throws {
    let folder = try TemporaryFolder()
    let made = try await Program.run(["init", folder.path])
    #expect(made.status == 0, "\(made.error)")
    let recipe = folder.path + "/first_recipe.lua"
    let checked = try await Program.run(["check", "--sandbox", recipe])
    #expect(checked.status == 0, "\(checked.output)\(checked.error)")
    #expect(checked.output.contains("spherescout.companies.search"))
    #expect(checked.output.contains("prospectb2b: the key can do all of this"))
    let ran = try await Program.run(["--sandbox", recipe, "countries=FR"])
    #expect(ran.status == 0, "\(ran.error)")
    #expect(ran.output.contains("country") && ran.output.contains("FR"))
  }

  @Test func tellsOfOneOperation() async throws {
    let ended = try await Program.run(["ops", "companies.search"])
    #expect(ended.status == 0)
    #expect(ended.output.hasPrefix("spherescout.companies.search    GET /companies\n"))
  }

  @Test func refusesARecipeWithATypo() async throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(
      "local scout = require 'spherescout'\nscout.companies.search { contries = { 'FR' } }\n",
      to: "typo.lua")
    let ended = try await Program.run(["check", file])
    #expect(ended.status == 1)
    #expect(
      ended.output.contains(
        "\(file):2: spherescout.companies.search: unknown argument \"contries\"; did you mean \"countries\"?"
      ))
  }
}
