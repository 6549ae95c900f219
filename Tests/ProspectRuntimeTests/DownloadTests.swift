import ProspectRuntime
import ScriptedServer
import Testing

/// The file of a job, from a link that does not live for ever.
@Suite(.timeLimit(.minutes(1))) struct DownloadTests {
  private static let description = """
    return {
      name = "acme", base_url = "https://crm.acme.example",
      authentication = { environment = "ACME_API_KEY" },
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

  /// The recipe's own calls at the provider, and what was asked of the server with the files.
  private func run(
    _ recipe: String, limits: Limits = Limits(),
    _ file: @escaping @Sendable (ScriptedServer.Request) -> ScriptedServer.Reply
  ) async throws -> (TestRuntime, RunResult, calls: [String], fetched: [ScriptedServer.Request]) {
    let files = try ScriptedServer(file)
    let server = try ScriptedServer { [url = files.url] request in
      .answer(
        200, body: #"{"id":"f","status":"done","url":"\#(url)/s3cr3t-\#(request.index)"}"#)
    }
    defer {
      files.stop()
      server.stop()
    }
    let test = try TestRuntime(
      limits: limits, environment: ["ACME_BASE_URL": server.url, "ACME_API_KEY": "acme-key"],
      providers: Self.description)
    let result = try await test.run("local acme = require 'acme'\n" + recipe)
    return (test, result, server.requests.map { "\($0.method) \($0.target)" }, files.requests)
  }

  @Test func `an expired link is replaced by asking the same job, and a cut file is resumed`()
    async throws
  {
    let (test, result, calls, fetched) = try await run(
      "print(acme.files.order():wait():download 'rows.csv')"
    ) { request in
      switch request.index {
      case 0: .answer(403, body: "expired")
      case 1: .bytes("HTTP/1.1 200 OK\r\nContent-Length: 10\r\nETag: \"a\"\r\n\r\n01234")
      default:
        .answer(206, headers: ["Content-Range": "bytes 5-9/10", "ETag": "\"a\""], body: "56789")
      }
    }
    #expect(result.failure == nil && test.printed == "rows.csv\n")
    #expect(try test.folder.read("out/rows.csv") == "0123456789")
    #expect(calls.filter { $0.hasPrefix("POST") } == ["POST /files"])
    #expect(Set(fetched.map(\.target)).count == 2)
    #expect(fetched.allSatisfy { $0.headers["authorization"] == nil })
  }

  @Test func `a file that is larger than a run may write is given up, and leaves nothing`()
    async throws
  {
    let (test, result, _, fetched) = try await run(
      "acme.files.order():wait():download 'rows.csv'", limits: Limits(files: 9)
    ) { _ in .answer(200, body: "0123456789") }
    #expect(result.failure?.kind == .limit && result.exitCode == 5, "\(result)")
    #expect(
      result.failure?.hint == "raise the limit files, 9 bytes for a run" && fetched.count == 1)
    #expect(throws: (any Error).self) { try test.folder.read("out/rows.csv") }
  }

  @Test func `a link that stays expired is an error without the link, and leaves no file`()
    async throws
  {
    let (test, result, calls, fetched) = try await run(
      "acme.files.order():wait():download 'rows.csv'"
    ) { _ in .answer(410) }
    #expect(result.failure?.status == 410 && result.failure?.code == "link_expired")
    #expect(!"\(result)".contains("s3cr3t") && fetched.count == 3)
    #expect(calls.filter { $0.hasPrefix("POST") }.count == 1)
    #expect(throws: (any Error).self) { try test.folder.read("out/rows.csv") }
  }
}
