import ProspectJSON
import ProspectRuntime
import ScriptedServer
import Synchronization
import Testing

/// Recipes over a login: they notice nothing of it.
@Suite(.timeLimit(.minutes(1))) struct LoginTests {
  @Test(arguments: Driver.allCases)
  func `fifty calls of a recipe log in once and refresh once`(_ driver: Driver) async throws {
    let given = Mutex(0)
    let server = try ScriptedServer { request in
      given.withLock { given in
        switch request.target {
        case "/login", "/refresh":
          given += 1
          return .answer(200, body: #"{"access":"a\#(given)","refresh":"r\#(given)"}"#)
        // The first token is good for one call.
        default:
          let isGood = request.headers["authorization"] == "Bearer a2" || request.index == 1
          return .answer(isGood ? 200 : 401, body: #"{"data":{}}"#)
        }
      }
    }
    defer { server.stop() }
    let test = try Acme.runtime(driver, server, environment: Acme.login)
    let result = try await test.run(
      """
      local acme = require "acme"
      acme.rows.search()
      local rows = {}
      for i = 1, 50 do rows[i] = i end
      parallel.each(rows, function() acme.rows.search() end, { concurrency = 50 })
      """)
    #expect(result.failure == nil)
    #expect(server.requests.count { $0.target == "/login" } == 1)
    #expect(server.requests.count { $0.target == "/refresh" } == 1)
    #expect(result.summary.calls == 51)
  }

  @Test func `a public operation works where nothing is set`() async throws {
    let server = try ScriptedServer { _ in .answer(200, body: #"{"name":"x"}"#) }
    defer { server.stop() }
    let test = try Acme.runtime(.worker, server, environment: [:])
    let result = try await test.run(
      """
      local acme = require "acme"
      print(acme.public.read().name)
      acme.rows.search()
      """)
    #expect(test.printed == "x\n" && result.failure?.kind == .credential && result.exitCode == 3)
    #expect(result.failure?.hint?.contains("ACME_USERNAME and ACME_PASSWORD") == true)
    #expect(server.requests.map { $0.headers["authorization"] } == [nil])
  }
}
