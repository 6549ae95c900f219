import ProspectRuntime
import ScriptedServer
import Testing

/// Runs whose provider asks them to wait.
@Suite(.timeLimit(.minutes(1))) struct PatienceTests {
  private func runtime(_ driver: Driver, _ server: ScriptedServer) throws -> TestRuntime {
    try TestRuntime(
      driver,
      environment: ["PROSPECTB2B_BASE_URL": server.url, "PROSPECTB2B_API_KEY": "secret-key"])
  }

  @Test(arguments: Driver.allCases)
  func `a provider that asks for an hour suspends the run, and the hint says until when`(
    _ driver: Driver
  ) async throws {
    let server = try ScriptedServer { _ in .answer(429, headers: ["Retry-After": "3600"]) }
    defer { server.stop() }
    let result = try await runtime(driver, server).run("\nrequire 'prospectb2b'.me()")
    #expect(result.failure?.kind == .suspended && result.exitCode == 6)
    #expect(result.failure?.line == 2)
    #expect(result.failure?.hint?.contains("run it again after 20") == true)
    #expect(server.requests.count == 1)
  }

  @Test func `a suspended job does not poll on in silence`() async throws {
    let server = try ScriptedServer { request in
      request.method == "POST"
        ? .answer(200, body: #"{"data":{"id":"run_1","status":"queued"}}"#)
        : .answer(429, headers: ["Retry-After": "3600"])
    }
    defer { server.stop() }
    let result = try await runtime(.worker, server).run(
      "require 'prospectb2b'.workflows.run { workflow_id = 'w' }:wait()")
    #expect(result.failure?.kind == .suspended, "\(String(describing: result.failure))")
  }

  @Test(arguments: Driver.allCases)
  func `a poll that hangs ends with the wait for the job`(_ driver: Driver) async throws {
    let server = try ScriptedServer { _ in
      .stall(after: "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{")
    }
    defer { server.stop() }
    let result = try await runtime(driver, server).run(
      "require 'prospectb2b'.workflows.job('run_1'):wait { timeout = 0.5 }")
    #expect(result.failure?.kind == .timeout, "\(String(describing: result.failure))")
    #expect(result.failure?.message.contains("job run_1 is still running") == true)
  }

  @Test(arguments: Driver.allCases)
  func `cancel ends the wait for a provider at once, in all branches`(_ driver: Driver) async throws
  {
    let server = try ScriptedServer { _ in .answer(429, headers: ["Retry-After": "100"]) }
    defer { server.stop() }
    let test = try runtime(driver, server)
    let run = try test.start(
      """
      local crm = require "prospectb2b"
      parallel.each({ 1, 2, 3, 4, 5, 6, 7, 8 }, function() crm.me() end, { concurrency = 4 })
      """)
    await server.wait { !$0.requests.isEmpty }
    run.cancel()
    let result = await run.result()
    #expect(result.failure?.kind == .cancelled && result.exitCode == 130)
    #expect(server.requests.count <= 4)
  }
}
