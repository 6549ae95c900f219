import Dispatch
import ProspectRuntime
import ScriptedServer
import Synchronization
import Testing

/// What a key may not do is refused before it is sent.
@Suite(.timeLimit(.minutes(1))) struct KeyRightsTests {
  private func run(
    _ source: String, me answer: ScriptedServer.Reply, _ driver: Driver = .worker
  ) async throws -> (result: RunResult, targets: [String]) {
    let server = try ScriptedServer { request in
      request.target.hasSuffix("/me") ? answer : .answer(200, body: #"{"data":{"id":"x"}}"#)
    }
    defer { server.stop() }
    let test = try TestRuntime(
      driver,
      environment: ["PROSPECTB2B_BASE_URL": server.url, "PROSPECTB2B_API_KEY": "k"],
      checksRights: true)
    let result = try await test.run("local crm = require 'prospectb2b'\n" + source)
    return (result, server.requests.map(\.target))
  }

  private static func me(_ scopes: String, readOnly: Bool = false) -> ScriptedServer.Reply {
    .answer(200, body: #"{"data":{"scopes":[\#(scopes)],"read_only":\#(readOnly)}}"#)
  }

  @Test(arguments: Driver.allCases)
  func `a missing scope is refused with the recipe's line, and nothing is sent`(
    _ driver: Driver
  ) async throws {
    let (result, targets) = try await run(
      "crm.leads.create { email = 'a@b.co' }", me: Self.me(#""me.read","leads.read""#), driver)
    let failure = try #require(result.failure)
    #expect(failure.kind == .scope)
    #expect(failure.message.contains("the key lacks the scope leads.write"))
    #expect(failure.line == 2)
    #expect(failure.hint?.contains("prospect-run check") == true)
    #expect(result.exitCode == 3)
    #expect(targets == ["/api/public/v1/me"])
  }

  @Test func `a key that may only read writes nothing, and reads`() async throws {
    let (result, targets) = try await run(
      "crm.leads.get { lead_id = 'l' }\ncrm.leads.update { lead_id = 'l', email = 'a@b.co' }",
      me: Self.me(#""leads.read","leads.write""#, readOnly: true))
    #expect(result.failure?.message.contains("the key may only read") == true)
    #expect(result.failure?.line == 3)
    #expect(targets.count == 2)
  }

  @Test func `the provider is asked once, however many calls begin at a time`() async throws {
    let (result, targets) = try await run(
      """
      local list = {} for i = 1, 40 do list[i] = i end
      parallel.each(list, function(i)
        if i % 2 == 0 then crm.leads.get { lead_id = "l" } else crm.leads.upsert { email = i .. "@b.co" } end
      end, { concurrency = 16 })
      """, me: Self.me(#""leads.read","leads.write""#))
    #expect(result.status == .succeeded)
    #expect(targets.count == 41)
    #expect(targets.count { $0.hasSuffix("/me") } == 1)
  }

  @Test(arguments: [
    ScriptedServer.Reply.answer(403, body: #"{"error":{"code":"insufficient_scope"}}"#),
    .answer(200, body: #"{"data":{"name":"no word about scopes"}}"#), .answer(200, body: "[]"),
  ])
  func `what the provider does not tell forbids nothing`(_ answer: ScriptedServer.Reply)
    async throws
  {
    let (result, targets) = try await run("crm.leads.upsert { email = 'a@b.co' }", me: answer)
    #expect(result.status == .succeeded)
    #expect(targets.last == "/api/public/v1/leads/upsert")
  }

  @Test func `a wrong argument is told before the provider is asked`() async throws {
    let (result, targets) = try await run(
      "crm.leads.create { emial = 'a@b.co' }", me: Self.me(#""leads.write""#))
    #expect(result.failure?.kind == .argument)
    #expect(targets.isEmpty)
  }

  @Test func `a key that is refused is the error of the call, which is not sent`() async throws {
    let (result, targets) = try await run(
      "crm.leads.create { email = 'a@b.co' }", me: .answer(401, body: "{}"))
    let failure = try #require(result.failure)
    #expect(failure.kind == .credential)
    #expect(failure.operation == "leads.create")
    #expect(failure.line == 2)
    #expect(targets == ["/api/public/v1/me"])
  }

  @Test func `a provider that could not be asked is asked again`() async throws {
    let (result, targets) = try await run(
      "for _ = 1, 2 do pcall(crm.leads.create, { email = 'a@b.co' }) end",
      me: .answer(401, body: "{}"))
    #expect(result.status == .succeeded)
    #expect(targets == ["/api/public/v1/me", "/api/public/v1/me"])
  }

  @Test(arguments: Driver.allCases)
  func `a provider that says nothing does not hold a call beyond its deadline`(
    _ driver: Driver
  ) async throws {
    let answer = DispatchSemaphore(value: 0)
    let server = try ScriptedServer { request in
      if request.target.hasSuffix("/me") { answer.wait() }
      return Self.me(#""leads.read""#)
    }
    defer { server.stop() }
    let test = try TestRuntime(
      driver,
      environment: ["PROSPECTB2B_BASE_URL": server.url, "PROSPECTB2B_API_KEY": "k"],
      checksRights: true)
    // The provider answers when the first call was given up; the other one has waited for it.
    let source = """
      local crm = require 'prospectb2b'
      parallel.each({
        function() crm.workflows.job('run_1'):wait { timeout = 0.5 } end,
        function() crm.leads.create { email = 'a@b.co' } end,
      }, function(call) print(select(2, pcall(call)).kind) end)
      """
    let result = await (try test.start(source) { if case .print = $0 { answer.signal() } }).result()
    #expect(result.status == .succeeded, "\(result)")
    #expect(test.printed == "timeout\nscope\n")
    #expect(server.requests.map(\.target) == ["/api/public/v1/me"])
  }

  @Test(arguments: Driver.allCases)
  func `a key that took the place of another is asked about before a call is refused`(
    _ driver: Driver
  ) async throws {
    let server = try ScriptedServer { request in
      let isOld = request.headers["authorization"] == "Bearer old"
      if request.target.hasSuffix("/me") {
        return Self.me(isOld ? #""leads.read""# : #""leads.read","leads.write""#)
      }
      return isOld ? .answer(401) : .answer(200, body: #"{"data":{"id":"x"}}"#)
    }
    defer { server.stop() }
    let given = Mutex(0)
    let test = try TestRuntime(
      driver, environment: ["PROSPECTB2B_BASE_URL": server.url], checksRights: true,
      change: { configuration in
        configuration.credentials = { _ in
          .key(
            given.withLock {
              $0 += 1
              return $0
            } == 1 ? "old" : "new")
        }
      })
    let result = try await test.run(
      """
      local crm = require 'prospectb2b'
      print(select(2, pcall(crm.leads.create, { email = 'a@b.co' })).kind)
      crm.leads.get { lead_id = 'l' }
      crm.leads.create { email = 'a@b.co' }
      """)
    #expect(result.status == .succeeded, "\(result)")
    #expect(test.printed == "scope\n")
    let targets = server.requests.compactMap { $0.target.split(separator: "/").last }
    #expect(targets == ["me", "l", "l", "me", "leads"])
  }
}
