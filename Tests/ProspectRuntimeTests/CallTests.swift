import Foundation
import ProspectRuntime
import ScriptedServer
import Testing

/// Calls from Lua to a real server and back, through the machine, the port, the journal and libcurl.
@Suite(.timeLimit(.minutes(1))) struct CallTests {
  /// A runtime whose ProspectB2B is the server.
  private func runtime(
    _ driver: Driver = .worker, _ server: ScriptedServer, limits: Limits = Limits(),
    key: String? = "secret-key"
  ) throws -> TestRuntime {
    var environment = ["PROSPECTB2B_BASE_URL": server.url]
    environment["PROSPECTB2B_API_KEY"] = key
    return try TestRuntime(driver, limits: limits, environment: environment)
  }

  @Test(arguments: Driver.allCases)
  func `a call carries credential, key and body, and its payload comes back`(_ driver: Driver)
    async throws
  {
    let server = try ScriptedServer { _ in
      .answer(
        200, headers: ["X-Request-Id": "req-1"],
        body: #"{"data":{"id":"lead_1","score":9007199254740993,"note":null}}"#)
    }
    defer { server.stop() }
    let test = try runtime(driver, server)
    let result = try await test.run(
      """
      local crm = require "prospectb2b"
      local lead = crm.leads.upsert { email = "ada@example.com" }
      local facts = meta(lead)
      print(lead.id, lead.score, lead.note == json.null)
      print(facts.status, facts.attempts, facts.request_id, facts.headers["x-request-id"])
      """)
    #expect(result.status == .succeeded)
    #expect(test.printed == "lead_1\t9007199254740993\ttrue\n200\t1\treq-1\treq-1\n")
    let request = try #require(server.requests.first)
    #expect(request.method == "POST")
    #expect(request.target == "/api/public/v1/leads/upsert")
    #expect(request.body == #"{"email":"ada@example.com"}"#)
    #expect(request.headers["authorization"] == "Bearer secret-key")
    #expect(request.headers["idempotency-key"]?.count == 32)
    #expect(
      result.summary.calls == 1 && result.summary.attempts == 1 && result.summary.retries == 0)
  }

  @Test func `a retry sends the same key, another call another one`() async throws {
    let server = try ScriptedServer { request in
      request.index == 0
        ? .answer(503, headers: ["Retry-After": "0"]) : .answer(200, body: #"{"data":{}}"#)
    }
    defer { server.stop() }
    let test = try runtime(.worker, server)
    let result = try await test.run(
      """
      local crm = require "prospectb2b"
      crm.leads.upsert { email = "ada@example.com" }
      crm.leads.upsert { email = "ada@example.com" }
      crm.leads.upsert { email = "bob@example.com" }
      """)
    #expect(result.status == .succeeded)
    let keys = server.requests.map { $0.headers["idempotency-key"] ?? "" }
    try #require(keys.count == 4)
    #expect(keys[0] == keys[1])
    #expect(Set(keys).count == 3)
    #expect(
      result.summary.calls == 3 && result.summary.attempts == 4 && result.summary.retries == 1)
  }

  @Test(arguments: Driver.allCases)
  func `a provider's error carries everything that its support asks for`(_ driver: Driver)
    async throws
  {
    let server = try ScriptedServer { _ in
      .answer(
        422, body: #"{"error":{"message":"bad phone","code":"invalid_phone"},"request_id":"req-9"}"#
      )
    }
    defer { server.stop() }
    let test = try runtime(driver, server)
    let result = try await test.run(
      "local crm = require 'prospectb2b'\ncrm.leads.upsert { email = 'ada@example.com' }")
    let failure = try #require(result.failure)
    #expect(failure.kind == .provider)
    #expect(failure.provider == "prospectb2b" && failure.operation == "leads.upsert")
    #expect(failure.status == 422 && failure.code == "invalid_phone")
    #expect(failure.requestID == "req-9" && failure.attempts == 1)
    #expect(failure.file == "test.lua" && failure.line == 2)
    #expect(result.exitCode == 4)
  }

  @Test func `a missing credential is said before anything is sent`() async throws {
    let server = try ScriptedServer { _ in .answer(200) }
    defer { server.stop() }
    let test = try runtime(.worker, server, key: nil)
    let result = try await test.run("require 'prospectb2b'.me()")
    #expect(result.failure?.kind == .credential)
    #expect(result.failure?.hint?.contains("PROSPECTB2B_API_KEY") == true)
    #expect(result.exitCode == 3)
    #expect(server.requests.isEmpty)
  }

  @Test func `a recipe never sees the credential`() async throws {
    let server = try ScriptedServer { _ in .answer(401, body: #"{"error":{"message":"no"}}"#) }
    defer { server.stop() }
    let test = try runtime(.worker, server)
    let result = try await test.run(
      """
      local ok, err = pcall(require 'prospectb2b'.me)
      print(json.encode(err), tostring(err))
      error(err)
      """)
    #expect(!test.printed.contains("secret-key"))
    #expect(!"\(result)".contains("secret-key"))
    #expect(result.exitCode == 3)
  }

  @Test func `cancel ends a call at once, and its connection`() async throws {
    let server = try ScriptedServer { _ in .stall() }
    defer { server.stop() }
    let test = try runtime(.worker, server)
    let run = try test.start("require 'prospectb2b'.me()")
    await server.wait { !$0.requests.isEmpty }
    run.cancel()
    #expect(await run.result().failure?.kind == .cancelled)
    await server.wait { $0.hangUps > 0 }
  }

  @Test func `more calls than allowed end the run`() async throws {
    let server = try ScriptedServer { _ in .answer(200, body: #"{"data":{}}"#) }
    defer { server.stop() }
    let test = try runtime(.worker, server, limits: Limits(requests: 3))
    let result = try await test.run(
      "local crm = require 'prospectb2b' while true do pcall(crm.me) end")
    #expect(result.failure?.kind == .limit)
    #expect(result.failure?.message.contains("more than 3 calls") == true)
    #expect(server.requests.count == 3)
  }

  @Test(arguments: Driver.allCases)
  func `many calls at once keep their answers apart`(_ driver: Driver) async throws {
    let server = try ScriptedServer { request in .answer(200, body: #"{"data":\#(request.body)}"#) }
    defer { server.stop() }
    let test = try runtime(driver, server)
    let result = try await test.run(
      """
      local crm = require "prospectb2b"
      local emails = {}
      for i = 1, 300 do emails[i] = ("p%d@example.com"):format(i) end
      local leads = parallel.map(emails, function(email)
        return crm.leads.upsert { email = email }
      end, { concurrency = 16 })
      for i, lead in ipairs(leads) do assert(lead.email == emails[i]) end
      print(#leads)
      """)
    #expect(result.status == .succeeded)
    #expect(test.printed == "300\n")
    #expect(server.connections <= 16)
  }

  @Test func `a wrong base URL is said with the name of its provider`() async throws {
    let test = try TestRuntime(environment: ["PROSPECTB2B_BASE_URL": "http://example.com"])
    let failure = try #require(try await test.run("require 'prospectb2b'").failure)
    #expect(failure.message.contains("prospectb2b"))
    #expect(failure.message.contains("https"))
  }
}
