import ProspectRuntime
import Testing

@Suite(.timeLimit(.minutes(1))) struct HostFunctionTests {
  private struct Trouble: Error, CustomStringConvertible {
    var description: String { "the model is not loaded" }
  }

  @Test(arguments: Driver.allCases)
  func `a recipe calls an async Swift function and gets its result`(_ driver: Driver) async throws {
    let test = try TestRuntime(driver)
    try test.runtime.offer("app.score") { arguments in
      try await Task.sleep(for: .milliseconds(1))
      let size = arguments[0]["employees"]?.integer ?? 0
      return ["score": .integer(size * 2), "echo": .array(arguments)]
    }
    let result = try await test.run(
      """
      local app = require "app"
      local r = app.score({ employees = 21 }, nil, "text")
      print(r.score, #r.echo, r.echo[2] == json.null, r.echo[3])
      """)
    #expect(result.status == .succeeded)
    #expect(test.printed == "42\t3\ttrue\ttext\n")
  }

  @Test(arguments: Driver.allCases)
  func `what a function throws is raised in the recipe, as kind function`(_ driver: Driver)
    async throws
  {
    let test = try TestRuntime(driver)
    try test.runtime.offer("app.score") { _ in throw Trouble() }
    let result = try await test.run(
      """
      local app = require "app"
      local ok, err = pcall(app.score)
      print(ok, err.kind, err.message)
      app.score()
      """)
    #expect(test.printed == "false\tfunction\tapp.score: the model is not loaded\n")
    #expect(result.failure?.kind == .function)
    #expect(result.failure?.line == 4)
    #expect(result.exitCode == 1)
  }

  @Test(arguments: Driver.allCases)
  func `a function whose run is cancelled is cancelled too`(_ driver: Driver) async throws {
    let test = try TestRuntime(driver)
    let (starts, started) = AsyncStream.makeStream(of: Void.self)
    let (ends, ended) = AsyncStream.makeStream(of: Bool.self)
    try test.runtime.offer("app.wait") { _ in
      started.yield()
      try? await Task.sleep(for: .seconds(3600))
      ended.yield(Task.isCancelled)
      return nil
    }
    let run = try test.start("require 'app'.wait()")
    for await _ in starts { break }
    run.cancel()
    #expect(await run.result().failure?.kind == .cancelled)
    for await wasCancelled in ends {
      #expect(wasCancelled)
      break
    }
  }

  @Test func `a late answer goes nowhere, and the run goes on`() async throws {
    let test = try TestRuntime()
    let (gates, gate) = AsyncStream.makeStream(of: Void.self)
    try test.runtime.offer("app.late") { _ in
      // Does not listen to cancellation, and answers when nobody waits any more.
      for await _ in gates { break }
      return "late"
    }
    try test.runtime.offer("app.open") { _ in
      gate.yield()
      return "open"
    }
    let result = try await test.run(
      """
      local app = require "app"
      local ok = pcall(parallel.all, {
        function() app.late() print("never") end,
        function() time.sleep(0.01) error("first") end,
      })
      print(ok, app.open())
      time.sleep(0.02)
      print("end")
      """)
    #expect(result.status == .succeeded)
    #expect(test.printed == "false\topen\nend\n")
  }

  @Test(arguments: [
    "score", "app.", ".score", "app.score.deep", "app.sc-ore", "1app.x", "", "äpp.x",
  ])
  func `a name that Lua could not write is refused`(_ name: String) throws {
    let test = try TestRuntime()
    let error = #expect(throws: RuntimeError.self) { try test.runtime.offer(name) { _ in nil } }
    #expect(error?.code == .invalidName)
  }
}
