import ProspectRuntime
import Testing

@Suite(.timeLimit(.minutes(1))) struct SessionTests {
  @Test(arguments: Driver.allCases)
  func `variables survive from input to input, and expressions are printed`(_ driver: Driver)
    async throws
  {
    let test = try TestRuntime(driver)
    let session = try await test.session()
    #expect(await session.evaluate("local n = 20") == .done)
    #expect(await session.evaluate("n * 2 + 2") == .done)
    #expect(test.printed == "42\n")
    await session.close()
  }

  @Test(arguments: Driver.allCases)
  func `an unfinished statement asks for more`(_ driver: Driver) async throws {
    let test = try TestRuntime(driver)
    let session = try await test.session()
    #expect(await session.evaluate("for i = 1, 2 do") == .incomplete)
    #expect(await session.evaluate("for i = 1, 2 do\nprint(i) end") == .done)
    #expect(test.printed == "1\n2\n")
    await session.close()
  }

  @Test(arguments: Driver.allCases)
  func `an error does not end the session`(_ driver: Driver) async throws {
    let test = try TestRuntime(driver)
    let session = try await test.session()
    guard case .failed(let failure) = await session.evaluate("error('no')") else {
      Issue.record("the input should have failed")
      return
    }
    #expect(failure.kind == .error)
    #expect(await session.isOpen)
    #expect(await session.evaluate("time.sleep(0.001) print('yes')") == .done)
    #expect(test.printed == "yes\n")
    await session.close()
  }

  @Test(arguments: Driver.allCases)
  func `cancel stops the input, and the session goes on`(_ driver: Driver) async throws {
    let test = try TestRuntime(driver)
    let session = try await test.session()
    for source in ["time.sleep(3600)", "while true do end"] {
      let evaluation = Task { await session.evaluate(source) }
      evaluation.cancel()
      guard case .failed(let failure) = await evaluation.value else {
        Issue.record("\(source) should have been cancelled")
        return
      }
      #expect(failure.kind == .cancelled)
      #expect(await session.evaluate("1 + 1") == .done)
    }
    #expect(test.printed == "2\n2\n")
    await session.close()
  }

  @Test func `limits of time count for each input anew`() async throws {
    let test = try TestRuntime(limits: Limits(cpu: .milliseconds(200)))
    let session = try await test.session()
    for _ in 1...2 {
      guard case .failed(let failure) = await session.evaluate("while true do end") else {
        Issue.record("an endless loop should have ended")
        return
      }
      #expect(failure.kind == .limit)
    }
    #expect(await session.evaluate("print('still here')") == .done)
    await session.close()
  }

  @Test func `a closed session says so`() async throws {
    let test = try TestRuntime()
    let session = try await test.session()
    await session.close()
    #expect(await session.isOpen == false)
    guard case .failed(let failure) = await session.evaluate("1") else {
      Issue.record("a closed session should not evaluate")
      return
    }
    #expect(failure.kind == .usage)
  }
}
