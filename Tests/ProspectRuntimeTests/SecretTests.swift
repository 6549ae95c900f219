import Foundation
import ProspectJSON
import ProspectRuntime
import ScriptedServer
import Testing

/// One-time secrets: a recipe can keep them and hand them on, and never reads them.
@Suite(.timeLimit(.minutes(1))) struct SecretTests {
  private static let text = "whsec_5f2c\"9a7e1b"

  private func server(
    _ answer: String =
      #"{"data":{"id":"h1","secret":"whsec_5f2c\"9a7e1b","keys":[{"text":"key_one"},{"text":null}]}}"#
  ) throws -> ScriptedServer {
    try ScriptedServer { request in
      request.target == "/hooks" ? .answer(200, body: answer) : .answer(200, body: request.body)
    }
  }

  private func run(
    _ recipe: String, _ driver: Driver = .worker, _ server: ScriptedServer
  ) async throws -> (result: RunResult, test: TestRuntime) {
    let test = try Acme.runtime(driver, server)
    let result = try await test.run(
      "local acme = require 'acme'\nlocal hook = acme.hooks.create()\n" + recipe)
    return (result, test)
  }

  @Test(arguments: Driver.allCases)
  func `a secret says what it is and nothing else`(_ driver: Driver) async throws {
    let server = try server()
    defer { server.stop() }
    let (result, test) = try await run(
      """
      print(hook.secret, ("%s"):format(hook.secret), hook.id)
      print(inspect(hook))
      print(hook.keys[1].text, hook.keys[2].text == json.null)
      print(type(hook.secret), getmetatable(hook.secret), hook.secret == hook.keys[1].text)
      print(pcall(function() return hook.secret .. "" end))
      print(pcall(function() return #hook.secret end))
      print(select(2, pcall(json.encode, hook)))
      print(select(2, pcall(error, hook.secret)))
      log.info("made", { id = hook.id })
      """, driver, server)
    #expect(result.failure == nil)
    let lines = test.printed.split(separator: "\n")
    #expect(
      lines[0].hasPrefix("<secret acme.hooks.create secret>\t<secret acme.hooks.create secret>\th1")
    )
    #expect(test.printed.contains("<secret acme.hooks.create keys.text>\ttrue"))
    #expect(test.printed.contains("cannot encode as JSON: keys[1].text is a secret"))
    #expect(!test.printed.contains("whsec") && !test.printed.contains("key_one"))
  }

  @Test func `equal secrets are one value`() async throws {
    let server = try server()
    defer { server.stop() }
    let (result, _) = try await run(
      """
      local again = acme.hooks.create()
      assert(again.secret == hook.secret and again.secret ~= hook.keys[1].text)
      local seen = { [hook.secret] = true }
      assert(seen[again.secret])
      """, .worker, server)
    #expect(result.failure == nil)
  }

  @Test(arguments: Driver.allCases)
  func `a secret is handed on as an argument, at any depth`(_ driver: Driver) async throws {
    let server = try server()
    defer { server.stop() }
    let (result, test) = try await run(
      """
      local echo = acme.hooks.update { id = "x", secret = hook.secret, more = { a = { hook.secret }, b = "plain" } }
      print(json.encode(echo))
      """, driver, server)
    #expect(result.failure == nil)
    let request = try #require(server.requests.last)
    let sent = try JSON.parse(request.body)
    #expect(sent["secret"]?.string == Self.text)
    #expect(sent["more"] == ["a": [.string(Self.text)], "b": "plain"])
    // The provider sent it back, and still the recipe does not get it.
    #expect(test.printed.contains("plain") && !test.printed.contains("9a7e1b"))
  }

  @Test(arguments: [
    ("{ id = 'x', short = hook.secret }", "must have at most 3 characters"),
    ("{ id = 'x', count = hook.secret }", "takes no secret"),
    ("{ id = 'x', plain = hook.secret }", "takes no secret"),
    ("{ id = hook.secret }", "takes no secret"),
    ("{ id = 'x', scret = hook.secret }", "did you mean"),
    ("{ secret = hook.secret }", "\"id\" is missing"),
  ])
  func `what is handed on is checked by its text, and the error does not show it`(
    _ arguments: String, _ message: String
  ) async throws {
    let server = try server()
    defer { server.stop() }
    let (result, _) = try await run("\nacme.hooks.update(\(arguments))", .worker, server)
    let failure = try #require(result.failure)
    #expect(failure.kind == .argument && failure.line == 4)
    #expect(failure.message.contains(message) && !failure.message.contains("whsec"))
    #expect(server.requests.count == 1)
  }

  @Test func `a provider's error does not bring it back`() async throws {
    let server = try ScriptedServer { request in
      request.target == "/hooks"
        ? .answer(200, body: #"{"data":{"secret":"whsec_plain"}}"#)
        : .answer(422, body: #"{"message":"bad whsec_plain","detail":"whsec_plain"}"#)
    }
    defer { server.stop() }
    let (result, _) = try await run(
      "acme.hooks.update { id = 'x', secret = hook.secret }", .worker, server)
    let failure = try #require(result.failure)
    #expect(failure.kind == .provider && !"\(failure)".contains("whsec_plain"))
  }

  @Test(arguments: Driver.allCases)
  func `a secret is saved for its owner alone, and no recipe reads it`(_ driver: Driver)
    async throws
  {
    let server = try server()
    defer { server.stop() }
    let (result, test) = try await run(
      """
      print(hook.secret:save "hooks/main")
      print(hook.secret:save "other.secret")
      print(select(2, pcall(files.read, "hooks/main.secret")).kind)
      print(select(2, pcall(files.write, "other.secret", "x")).kind)
      print(select(2, pcall(hook.secret.save, hook.secret, "../out")).kind)
      """, driver, server)
    #expect(result.failure == nil)
    #expect(test.printed == "hooks/main.secret\nother.secret\ngrant\ngrant\ngrant\n")
    #expect(try test.folder.read("out/hooks/main.secret") == Self.text)
    let file = test.folder.path("out/hooks/main.secret")
    let attributes = try FileManager.default.attributesOfItem(atPath: file)
    #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
  }

  @Test func `a secret of one provider is not handed on to another`() async throws {
    let server = try server()
    let other = try ScriptedServer { _ in .answer(200, body: "{}") }
    defer {
      server.stop()
      other.stop()
    }
    let environment = Acme.key.merging([
      "PROSPECTB2B_API_KEY": "k", "PROSPECTB2B_BASE_URL": other.url,
    ]) { $1 }
    let test = try Acme.runtime(.worker, server, environment: environment)
    let result = try await test.run(
      """
      local hook = require "acme".hooks.create()
      local crm = require "prospectb2b"
      for _, arguments in ipairs { { email = hook.secret }, { custom_fields = { a = { hook.secret } } } } do
        local ok, err = pcall(crm.leads.create, arguments)
        print(ok, err.kind)
      end
      """)
    #expect(result.failure == nil && test.printed == "false\tgrant\nfalse\tgrant\n")
    #expect(other.requests.isEmpty)
  }

  @Test func `an answer without the secret has none`() async throws {
    let server = try server(#"{"data":{"id":"h1","secret":null}}"#)
    defer { server.stop() }
    let (result, test) = try await run(
      "print(hook.secret == json.null, hook.keys, hook.id)", .worker, server)
    #expect(result.failure == nil && test.printed == "true\tnil\th1\n")
  }

  @Test func `a handle of another run means nothing`() async throws {
    let server = try server()
    defer { server.stop() }
    let (result, test) = try await run(
      "print(acme.hooks.update({ id = 'x', secret = 'secret-0000' }).secret)", .worker, server)
    #expect(result.failure == nil && test.printed == "secret-0000\n")
  }

  @Test(arguments: Driver.allCases)
  func `a delivery is verified with a secret that nobody reads`(_ driver: Driver) async throws {
    let server = try server(#"{"data":{"secret":"whsec_demo_5f2c9a7e1b"}}"#)
    defer { server.stop() }
    let (result, test) = try await run(
      #"""
      local event = webhooks.verify {
        secret = hook.secret,
        headers = {
          ["x-prospectb2b-EVENT"] = "lead.created", ["X-ProspectB2B-Timestamp"] = "1767225600",
          ["X-ProspectB2B-Signature"] = "v1=42eb35894937ec834bd4dbf5ccedb262ebe8fd7497ef53aaaf4107ecaf4f7513",
        },
        body = [[{"id":"evt_0001","object":"event","type":"lead.created","created_at":"2026-01-01T00:00:00.000Z","data":{"id":"lead_0001","object":"lead"}}]],
        tolerance = "36500d",
      }
      print(event.data.id)
      """#, driver, server)
    #expect(result.failure == nil && test.printed == "lead_0001\n")
  }
}
