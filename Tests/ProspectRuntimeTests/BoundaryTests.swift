import ProspectRuntime
import ScriptedServer
import Testing

/// What an untrusted recipe tries, and does not get.
@Suite(.timeLimit(.minutes(1))) struct BoundaryTests {
  @Test(arguments: [
    "z.secret", "z.secret/", "./z.secret/.", "z.secret//", "Z.SECRET", "q\u{600}.secret", ".env",
    "sub/.git/config", "./.env",
  ])
  func `a file of secrets, or a hidden one, is neither read nor written`(_ path: String)
    async throws
  {
    let test = try TestRuntime()
    try test.folder.write("whsec_text", to: "out/z.secret")
    try test.folder.write("whsec_text", to: "out/q\u{600}.secret")
    try test.folder.write("KEY=1", to: "out/.env")
    let result = try await test.run(
      """
      for _, try in ipairs { files.read, files.lines, function(name) return files.write(name, "x") end } do
        local ok, why = pcall(try, ...)
        print(ok, type(why) == "table" and why.kind)
      end
      """, arguments: [path])
    #expect(result.failure == nil)
    #expect(test.printed == "false\tgrant\nfalse\tgrant\nfalse\tgrant\n")
    #expect(try test.folder.read("out/z.secret") == "whsec_text")
  }

  private static let description = """
    return {
      name = "acme", base_url = "https://crm.acme.example/api",
      operations = {
        ["files.order"] = {
          summary = "Orders a file.", method = "POST", path = "/files", effect = "unrepeatable",
          job = { id = "id", poll = "files.get", argument = "id", status = "status", done = { "done" },
            download = "url" },
        },
        ["files.get"] = {
          summary = "Reads an order.", method = "GET", path = "/files/{id}", effect = "read",
          parameters = { id = { type = "string", required = true } },
        },
      },
    }
    """

  @Test(arguments: Driver.allCases)
  func `a recipe cannot choose the address of a download`(_ driver: Driver) async throws {
    let stranger = try ScriptedServer { _ in .answer(200, body: "stolen") }
    defer { stranger.stop() }
    let files = try ScriptedServer { _ in .answer(200, body: "rows") }
    defer { files.stop() }
    let server = try ScriptedServer { [url = files.url] _ in
      .answer(200, body: #"{"id":"f","status":"done","url":"\#(url)/f.csv"}"#)
    }
    defer { server.stop() }
    let test = try TestRuntime(
      driver, environment: ["ACME_BASE_URL": server.url], providers: Self.description)
    let result = try await test.run(
      """
      local job = require("acme").files.job "f"
      job.result = { url = (...) }
      print(select(2, pcall(job.download, job, "x.csv")).kind)
      print(job:wait():download "y.csv")
      """, arguments: ["\(stranger.url)/?leads=all"])
    #expect(result.failure == nil)
    #expect(test.printed == "grant\ny.csv\n")
    #expect(stranger.connections == 0)
    #expect(try test.folder.read("out/y.csv") == "rows")
  }

  @Test(arguments: ["AWS_SECRET", "PROSPECTB2B_API_KEY", "PATH", "ACMEX_KEY"])
  func `a description reads no variable but its own`(_ variable: String) async throws {
    let server = try ScriptedServer { _ in .answer(200) }
    defer { server.stop() }
    let description = """
      return { name = "acme", base_url = "https://crm.acme.example",
        authentication = { environment = "\(variable)" },
        operations = { ["me.get"] = { summary = "Reads.", method = "GET", path = "/", effect = "read" } } }
      """
    let test = try TestRuntime(
      environment: ["ACME_BASE_URL": server.url, variable: "value"], providers: description)
    let failure = try #require(try await test.run("require('acme').me.get()").failure)
    #expect(failure.message.contains("it names the variable \(variable)"))
    #expect(server.requests.isEmpty)
  }

  @Test func `a description has no patterns, which could spend hours in one call`() async throws {
    let test = try TestRuntime(
      providers: "return (('a'):rep(40)):find(('a?'):rep(40) .. ('a'):rep(40))")
    let failure = try #require(try await test.run("require 'acme'").failure)
    #expect(failure.message.contains("method 'find'"))
  }
}
