import ProspectRuntime
import ScriptedServer
import Testing

/// A user's own provider: a description in a folder, which works like a built-in one once it is granted.
@Suite(.timeLimit(.minutes(1))) struct OwnProviderTests {
  private static let description = """
    return {
      name = "acme",
      base_url = "https://crm.acme.example/api",
      authentication = { scheme = "token", environment = "ACME_API_KEY" },
      operations = {
        ["deals.list"] = {
          summary = "Lists the deals.", method = "GET", path = "/deals", effect = "read",
          parameters = { stage = { type = "string", enum = { "open", "won" } } },
          result = "deals",
        },
      },
    }
    """

  private func run(
    _ source: String, description: String = OwnProviderTests.description, granted: Set<String>,
    server: ScriptedServer? = nil, _ driver: Driver = .worker
  ) async throws -> (result: RunResult, printed: String) {
    var environment = ["ACME_API_KEY": "k-1"]
    environment["ACME_BASE_URL"] = server.map { "\($0.url)/api" }
    let test = try TestRuntime(
      driver, environment: environment, providers: description, granted: granted)
    return (try await test.run(source), test.printed)
  }

  @Test(arguments: Driver.allCases)
  func `a granted description is called like a built-in provider`(_ driver: Driver) async throws {
    let server = try ScriptedServer { _ in .answer(200, body: #"{"deals":[{"id":7}]}"#) }
    defer { server.stop() }
    let (result, printed) = try await run(
      "print(require('acme').deals.list { stage = 'won' }[1].id)", granted: ["acme"],
      server: server, driver)
    #expect(result.status == .succeeded)
    #expect(printed == "7\n")
    #expect(server.requests.first?.target == "/api/deals?stage=won")
    #expect(server.requests.first?.headers["authorization"] == "Token k-1")
  }

  @Test func `a description that nobody granted is not even evaluated`() async throws {
    let failure = try #require(
      await run("require 'acme'", description: "while true do end", granted: []).result.failure)
    #expect(failure.kind == .grant)
    #expect(failure.line == 1)
    #expect(failure.hint?.contains("providers: [acme]") == true)
  }

  @Test func `its arguments are checked with the recipe's line, before anything is sent`()
    async throws
  {
    let failure = try #require(
      await run("\nrequire('acme').deals.list { stage = 'one' }", granted: ["acme"]).result.failure)
    #expect(failure.kind == .argument)
    #expect(failure.message.contains("must be one of open, won"))
    #expect(failure.line == 2)
  }

  @Test(arguments: [
    (
      "method = \"GET\"", "method = \"FETCH\"",
      #"operations["deals.list"].method: unknown method "FETCH""#
    ),
    ("summary =", "sumary =", #"operations["deals.list"].sumary: unknown field"#),
    ("name = \"acme\"", "name = \"acne\"", "it is called 'acne' inside"),
  ])
  func `a wrong description names the field and the file`(
    right: String, wrong: String, message: String
  ) async throws {
    let text = Self.description.split(separator: right, maxSplits: 1).joined(separator: wrong)
    let failure = try #require(
      await run("require 'acme'", description: text, granted: ["acme"]).result.failure)
    #expect(failure.message.contains(message), "\(failure.message)")
    #expect("\(failure.message) \(failure.hint ?? "")".contains("acme.lua"))
  }

  @Test(arguments: [
    ("return 5", "must return a table"), ("\nerror 'broken'", "acme.lua:2: broken"),
    ("return {", "acme.lua:1: "), ("while true do end", "does not end"),
  ])
  func `a description that is no table says why`(text: String, message: String) async throws {
    let failure = try #require(
      await run("require 'acme'", description: text, granted: ["acme"]).result.failure)
    #expect(failure.message.contains(message), "\(failure.message)")
  }
}
