import ProspectRuntime
import Testing

/// A recipe that runs away ends within a second of its limit. One at a time, for each takes a whole processor.
@Suite(.serialized, .timeLimit(.minutes(2))) struct LimitTests {
  private let endless = "local n = 0\nwhile true do\n  n = n + 1\nend"
  /// Minutes within one call of a C function, which no hook reaches.
  private let catastrophe = """
    local text = string.rep("a", 60000)
    string.find(text, string.rep(".-", 8) .. "b")
    """

  private func failure(
    _ source: String, _ driver: Driver, _ limits: Limits
  ) async throws -> RunFailure {
    let test = try TestRuntime(driver, limits: limits)
    // Other tests run meanwhile, perhaps under a sanitizer, so the second is not measured here: only that it does end.
    let result = try await test.run(source)
    #expect(result.exitCode == 5)
    return try #require(result.failure)
  }

  @Test(arguments: Driver.allCases)
  func `an endless loop ends at its processor time, and says where`(_ driver: Driver) async throws {
    let failure = try await failure(
      endless, driver, Limits(cpu: .milliseconds(300)))
    #expect(failure.kind == .limit)
    #expect(failure.message.contains("0.3 s of processor time"))
    #expect(failure.file == "test.lua")
    #expect((2...3).contains(failure.line ?? 0))
  }

  @Test(arguments: Driver.allCases)
  func `an endless loop ends at its time on the clock`(_ driver: Driver) async throws {
    let failure = try await failure(
      endless, driver, Limits(wall: .milliseconds(300)))
    #expect(failure.kind == .limit)
    #expect(failure.message.contains("within 0.3 s"))
  }

  @Test(arguments: Driver.allCases)
  func `a recipe that only waits ends at its time on the clock`(_ driver: Driver) async throws {
    let failure = try await failure(
      "\ntime.sleep(3600)", driver, Limits(wall: .seconds(1)))
    #expect(failure.kind == .limit)
    #expect(failure.line == 2)
  }

  @Test(arguments: Driver.allCases)
  func `pcall does not help a recipe over its limit`(_ driver: Driver) async throws {
    let failure = try await failure(
      "while true do pcall(function() while true do end end) end", driver,
      Limits(cpu: .milliseconds(200)))
    #expect(failure.kind == .limit)
  }

  @Test func `a pattern that never ends is killed with its process, and the last line is known`()
    async throws
  {
    let failure = try await failure(
      "for i = 1, 10000 do end\n" + catastrophe, .worker, Limits(cpu: .milliseconds(300)))
    #expect(failure.kind == .limit)
    #expect(failure.file == "test.lua")
    #expect((1...3).contains(failure.line ?? 0))
  }

  @Test(arguments: Driver.allCases)
  func `a recipe that allocates for ever ends with kind memory`(_ driver: Driver) async throws {
    let failure = try await failure(
      "local t = {}\nwhile true do t[#t + 1] = string.rep('x', 1000) .. #t end", driver,
      Limits(memory: 16 << 20))
    #expect(failure.kind == .memory)
    #expect(failure.message == "the recipe's values need more than 16 MiB of memory")
    #expect(failure.line == 2)
  }

  @Test(arguments: Driver.allCases)
  func `a recipe that recurses for ever ends with an error of its own`(_ driver: Driver)
    async throws
  {
    let test = try TestRuntime(driver)
    let failure = try #require(
      try await test.run("local function f() return 1 + f() end\nf()").failure)
    #expect(failure.kind == .error)
    #expect(failure.message.contains("stack overflow"))
  }

  @Test(arguments: Driver.allCases)
  func `a recipe that prints for ever ends at its output, and no more is delivered`(
    _ driver: Driver
  )
    async throws
  {
    let test = try TestRuntime(driver, limits: Limits(output: 10_000))
    let result = try await test.run("while true do print('more and more') end")
    #expect(result.failure?.kind == .limit)
    #expect(test.printed.utf8.count <= 10_000)
    #expect(test.printed.utf8.count > 0)
  }

  @Test func `the next run starts with limits of its own`() async throws {
    let test = try TestRuntime(limits: Limits(cpu: .milliseconds(200)))
    #expect(try await test.run(endless).failure?.kind == .limit)
    #expect(try await test.run("print('fine')").status == .succeeded)
  }
}
