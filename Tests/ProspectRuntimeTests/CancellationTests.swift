import ProspectRuntime
import Testing

@Suite(.timeLimit(.minutes(1))) struct CancellationTests {
  /// Starts a recipe and cancels it once it has called `require "app".ready()`.
  private func cancelled(_ source: String, _ driver: Driver) async throws -> (
    RunResult, TestRuntime
  ) {
    let test = try TestRuntime(driver)
    let (calls, called) = AsyncStream.makeStream(of: Void.self)
    try test.runtime.offer("app.ready") { _ in
      called.yield()
      return nil
    }
    let run = try test.start(source)
    for await _ in calls { break }
    run.cancel()
    return (await run.result(), test)
  }

  @Test(arguments: Driver.allCases)
  func `cancel ends a wait at once, and what was printed arrives`(_ driver: Driver) async throws {
    let (result, test) = try await cancelled(
      """
      print("waits")
      require "app".ready()
      time.sleep(3600)
      print("never")
      """, driver)
    #expect(result.failure?.kind == .cancelled)
    #expect((2...3).contains(result.failure?.line ?? 0))
    #expect(result.exitCode == 130)
    #expect(test.printed == "waits\n")
  }

  @Test(arguments: Driver.allCases)
  func `cancel ends a loop that never waits`(_ driver: Driver) async throws {
    let (result, _) = try await cancelled("require 'app'.ready() while true do end", driver)
    #expect(result.failure?.kind == .cancelled)
  }

  @Test(arguments: Driver.allCases)
  func `a run that is cancelled before it began ends as cancelled`(_ driver: Driver) async throws {
    let test = try TestRuntime(driver)
    let run = try test.start("while true do end")
    run.cancel()
    #expect(await run.result().failure?.kind == .cancelled)
  }

  @Test func `terminate does not ask`() async throws {
    let test = try TestRuntime()
    let run = try test.start("time.sleep(3600)")
    run.terminate()
    let result = await run.result()
    #expect(result.failure?.kind == .terminated)
    #expect(result.exitCode == 143)
  }

  @Test func `terminate after cancel leaves the run cancelled`() async throws {
    let test = try TestRuntime()
    let run = try test.start("while true do end")
    run.cancel()
    run.terminate()
    #expect(await run.result().exitCode == 130)
  }

  @Test func `cancelling the task that runs a recipe cancels the run`() async throws {
    let test = try TestRuntime()
    let task = Task {
      try await test.runtime.run(Recipe(source: "time.sleep(3600)", name: "test.lua"))
    }
    task.cancel()
    #expect(try await task.value.failure?.kind == .cancelled)
  }

  @Test func `cancelling a run that has ended changes nothing`() async throws {
    let test = try TestRuntime()
    let run = try test.start("print('done')")
    let result = await run.result()
    run.cancel()
    run.terminate()
    #expect(await run.result() == result)
  }
}
