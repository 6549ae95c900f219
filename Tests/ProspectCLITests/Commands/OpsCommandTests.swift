import ProspectJSON
import Testing

@testable import ProspectCLI

@Suite(.timeLimit(.minutes(1))) struct OpsCommandTests {
  private let output = MemorySink()
  private let error = MemorySink()

  private func run(_ words: [String]) async -> Int32 {
    let console = Console(input: MemorySource(), output: output, error: error)
    return await ProspectCommandLine.run(["ops"] + words, in: console)
  }

  @Test func listsAllProvidersTogether() async {
    #expect(await run([]) == 0)
    for name in ["openprospect.auth.validate", "prospectb2b.leads.upsert", "spherescout."] {
      #expect(output.text.contains("\n\(name)"))
    }
    #expect(error.text == "")
  }

  @Test func showsOneOperationWhole() async {
    #expect(await run(["prospectb2b", "leads.upsert"]) == 0)
    #expect(output.text.hasPrefix("prospectb2b.leads.upsert    POST /leads/upsert\n"))
    #expect(output.text.contains("at least one of external_id, email"))
  }

  @Test func writesJSON() async throws {
    #expect(await run(["--json", "leads.upsert"]) == 0)
    let operations = try #require(try JSON.parse(output.text.utf8).array)
    #expect(operations.map { $0["name"] } == ["prospectb2b.leads.upsert"])
  }

  @Test func saysWhatWasMeant() async {
    #expect(await run(["leads.upsrt"]) == 2)
    #expect(
      error.text
        == "prospect-run: no operation matches 'leads.upsrt'\n  did you mean 'leads.upsert'?\n")
  }

  @Test func knowsTheProvidersOfAFolder() async throws {
    let folder = try TemporaryFolder()
    _ = try folder.write(Self.acme(effect: "read"), to: "acme.lua")
    #expect(await run(["--providers", folder.path, "acme"]) == 0)
    #expect(output.text.hasPrefix("acme.deals.list    GET /deals\n"))
  }

  @Test func namesTheWrongFieldOfADescription() async throws {
    let folder = try TemporaryFolder()
    _ = try folder.write(Self.acme(effect: "reed"), to: "acme.lua")
    #expect(await run(["--providers", folder.path]) == 2)
    #expect(
      error.text.contains(
        #"operations["deals.list"].effect: unknown effect "reed"; did you mean "read"?"#))
  }

  private static func acme(effect: String) -> String {
    """
    return { name = "acme", base_url = "https://acme.example", operations = { ["deals.list"] = {
      summary = "Lists deals.", method = "GET", path = "/deals", effect = "\(effect)" } } }
    """
  }
}
