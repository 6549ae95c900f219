import ProspectAPI
import ProspectJSON
import ProspectRuntime
import Testing

@testable import ProspectCLI

@Suite(.timeLimit(.minutes(1))) struct CheckCommandTests {
  private let output = MemorySink()
  private let error = MemorySink()

  private func check(
    _ recipe: String, _ options: [String] = [], environment: [String: String] = [:]
  ) async throws -> Int32 {
    let folder = try TemporaryFolder()
    let file = try folder.write(recipe, to: "recipe.lua")
    let console = Console(
      input: MemorySource(), output: output, error: error, environment: environment)
    return await ProspectCommandLine.run(["check"] + options + [file], in: console)
  }

  @Test func listsWhatARecipeNames() async throws {
    let recipe = """
      local crm = require "prospectb2b"
      crm.leads.upsert { email = "a@b.example" }
      """
    #expect(try await check(recipe) == 0)
    #expect(output.text.contains("prospectb2b.leads.upsert  2      keyed   free  leads.write\n"))
    #expect(error.text == "")
  }

  @Test func namesTheLineOfAMistake() async throws {
    #expect(try await check("\nrequire('prospectb2b').leads.upsrt {}") == 1)
    #expect(
      output.text.contains(
        "recipe.lua:2: prospectb2b has no operation leads.upsrt; did you mean \"leads.upsert\"?\n"))
  }

  @Test(
    arguments: [
      ("http.request { url = 'https://a.example/x' }", [], 1),
      ("http.request { url = 'https://a.example/x' }", ["--allow-host", "a.example"], 0),
      ("local h = require 'http'\npcall(h.request, { url = 'https://a.example:8443' })", [], 1),
      ("http.request { url = 'a.example' }", ["--allow-host", "a.example"], 1),
      ("http.request { url = arg[1] }", [], 0),
    ] as [(String, [String], Int32)])
  func namesHostsThatAreNotGranted(_ recipe: String, _ options: [String], _ status: Int32)
    async throws
  {
    #expect(try await check(recipe, options) == status)
    #expect(output.text.contains("http.request: ") == (status != 0))
  }

  @Test func namesTheLineWhereLuaStops() async throws {
    #expect(try await check("print 'a'\nif x then\n") == 1)
    #expect(output.text.contains("recipe.lua:3: "))
    #expect(output.text.contains("'end' expected"))
  }

  @Test func writesJSON() async throws {
    #expect(try await check("require('prospectb2b').me { x = 1 }", ["--json"]) == 1)
    let report = try JSON.parse(output.text.utf8)
    #expect(report["ok"] == false)
    #expect(report["operations"]?.array?.map { $0["name"] } == ["prospectb2b.me"])
    #expect(report["findings"]?.array?.map { $0["kind"] } == ["argument"])
  }

  @Test func knowsWhereJobsArePickedUp() async throws {
    #expect(try await check("require('prospectb2b').workflows.job('r')") == 0)
    #expect(output.text.contains("prospectb2b.runs.get "))
    #expect(try await check("require('prospectb2b').leads.job('r')") == 1)
    #expect(output.text.contains("prospectb2b has no operation leads.job"))
  }

  @Test func saysWhenThereIsNoSuchRecipe() async {
    let console = Console(input: MemorySource(), output: output, error: error)
    #expect(await ProspectCommandLine.run(["check", "nowhere.lua"], in: console) == 2)
    #expect(error.text.hasPrefix("prospect-run: recipe nowhere.lua not found"))
  }

  @Test func saysWhenAKeyCannotBeSent() async throws {
    let environment = [
      "PROSPECTB2B_API_KEY": "two\nlines", "PROSPECTB2B_BASE_URL": "http://127.0.0.1:9",
    ]
    #expect(try await check("require('prospectb2b').me()", environment: environment) == 3)
    #expect(output.text.contains("prospectb2b: what the key may do cannot be learned: "))
  }

  @Test(arguments: [
    (KeyRights(scopes: ["leads.write"]), nil), (KeyRights(scopes: nil), nil),
    (KeyRights(scopes: ["leads.read"]), "the key lacks the scope leads.write"),
    (KeyRights(scopes: ["leads.write"], isReadOnly: true), "the key may only read"),
  ])
  func comparesWithWhatTheKeyMay(_ rights: KeyRights, _ words: String?) throws {
    let operation = try #require(
      try KnownProviders.all().first { $0.name == "prospectb2b" }?
        .operations["leads.upsert"])
    let obstacle = rights.obstacle(to: operation)
    #expect(obstacle == nil ? words == nil : words.map { obstacle?.contains($0) == true } == true)
  }
}
