import Logging
import ProspectRuntime
import Testing

@Suite(.timeLimit(.minutes(1))) struct RunTests {
  @Test(arguments: Driver.allCases)
  func `a recipe gets its arguments and what it prints arrives in order`(_ driver: Driver)
    async throws
  {
    let test = try TestRuntime(driver)
    let result = try await test.run(
      """
      for i, name in ipairs { ... } do print(i, name) end
      log.warn("careful", { n = 1 })
      print("end")
      """, arguments: ["one", "two words"])
    #expect(result.status == .succeeded)
    #expect(result.exitCode == 0)
    #expect(test.printed == "1\tone\n2\ttwo words\nend\n")
    let warning = LogLine(level: .warning, message: "careful", fields: ["n": 1])
    let position = try #require(test.events.firstIndex(of: .log(warning)))
    #expect(position < test.events.count - 1)
  }

  @Test(arguments: Driver.allCases)
  func `an error names file and line once, and carries the stack`(_ driver: Driver) async throws {
    let test = try TestRuntime(driver)
    let failure = try #require(
      try await test.run("local function inner() error('boom') end\n\ninner()").failure)
    #expect(failure.kind == .error)
    #expect(failure.message == "boom")
    #expect(failure.file == "test.lua")
    #expect(failure.line == 1)
    #expect(failure.traceback.contains("test.lua:3"))
    #expect(failure.description == "test.lua:1: boom")
    #expect(failure.kind.exitCode == 1)
  }

  @Test(arguments: Driver.allCases)
  func `a text that is no Lua fails as syntax, with its line`(_ driver: Driver) async throws {
    let test = try TestRuntime(driver)
    let failure = try #require(try await test.run("print('a')\nlocal = 3").failure)
    #expect(failure.kind == .syntax)
    #expect(failure.line == 2)
    #expect(test.printed.isEmpty)
  }

  @Test(arguments: Driver.allCases)
  func `many runs go on at once on one runtime`(_ driver: Driver) async throws {
    let test = try TestRuntime(driver)
    let runs = try (1...12).map {
      try test.start("time.sleep(0.05) print(...)", arguments: ["\($0)"])
    }
    for run in runs { #expect(await run.result().status == .succeeded) }
    #expect(Set(test.printed.split(separator: "\n")) == Set((1...12).map { "\($0)" }))
  }

  @Test(arguments: Driver.allCases)
  func `a recipe that waits is told the time, and its waiting is counted`(_ driver: Driver)
    async throws
  {
    let test = try TestRuntime(driver)
    let result = try await test.run(
      "local a = time.now() time.sleep(0.1) assert(time.now() - a >= 0.1)")
    #expect(result.status == .succeeded)
    #expect(result.summary.waited >= .milliseconds(100))
    #expect(result.summary.duration >= result.summary.waited)
  }

  @Test func `a first line for the shell is skipped, and lines keep their numbers`() async throws {
    let test = try TestRuntime()
    let failure = try #require(
      try await test.run("#!/usr/bin/env prospect-run\nerror('here')").failure)
    #expect(failure.line == 2)
  }

  @Test func `the runtime's own thread is the only one that gets events`() async throws {
    let test = try TestRuntime()
    let run = try test.start("for i = 1, 100 do print(i) end") { _ in }
    #expect(await run.result().status == .succeeded)
    #expect(test.printed.split(separator: "\n").count == 100)
  }

  @Test func `nothing starts after shutdown, and what ran was cancelled`() async throws {
    let test = try TestRuntime()
    let run = try test.start("time.sleep(60)")
    await test.runtime.shutdown()
    #expect(await run.result().failure?.kind == .cancelled)
    #expect(throws: RuntimeError.self) { try test.start("print(1)") }
  }
}
