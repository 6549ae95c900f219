import Dispatch
import ProspectJSON
import ScriptedServer
import Testing

@testable import ProspectAPI

/// Calls to a provider with a login, over real sockets.
@Suite(.timeLimit(.minutes(1))) struct LoginTests {
  private func fixture(
    _ tokens: TokenServer, environment: [String: String] = Scout.environment,
    clock: @escaping @Sendable () -> Double = { 0 }
  ) throws -> PipelineFixture {
    try PipelineFixture(
      environment: environment, clock: clock, provider: Scout.provider, script: tokens.reply)
  }

  @Test func theFirstCallLogsInAndTheNextOnesUseItsToken() async throws {
    let tokens = TokenServer()
    let fixture = try fixture(tokens)
    defer { fixture.end() }
    _ = try await fixture.call("things.list")
    _ = try await fixture.call("things.list")
    #expect(tokens.log == ["login", "things a1", "things a1"])
  }

  @Test func aKeyComesBeforeALogin() async throws {
    let tokens = TokenServer()
    tokens.change { $0.good = ["key"] }
    let environment = Scout.environment.merging(["SCOUT_API_KEY": "key"]) { $1 }
    let fixture = try fixture(tokens, environment: environment)
    defer { fixture.end() }
    _ = try await fixture.call("things.list")
    tokens.expireAll()
    // And nobody can renew it.
    #expect(await fixture.failure("things.list")?.kind == .credential)
    #expect(tokens.log == ["things key", "things key"])
  }

  @Test(arguments: [
    ([:], "SCOUT_API_KEY, or SCOUT_USERNAME and SCOUT_PASSWORD"),
    (["SCOUT_USERNAME": "ada"], "SCOUT_PASSWORD, too"),
    (["SCOUT_PASSWORD": "pa55"], "SCOUT_USERNAME, too"),
  ])
  func whatIsMissingIsSaid(_ environment: [String: String], _ hint: String) async throws {
    let fixture = try fixture(TokenServer(), environment: environment)
    defer { fixture.end() }
    let error = await fixture.failure("things.list")
    #expect(error?.kind == .credential && error?.operation == "things.list")
    #expect(error?.hint?.contains(hint) == true)
    #expect(fixture.server.connections == 0)
  }

  @Test func aPublicOperationCarriesNoCredentialAndNeedsNone() async throws {
    let tokens = TokenServer()
    for environment in [[:], ["SCOUT_API_KEY": "key"], Scout.environment] {
      let fixture = try fixture(tokens, environment: environment)
      _ = try await fixture.call("things.public")
      fixture.end()
    }
    #expect(tokens.log == ["public -", "public -", "public -"])
  }

  @Test func fiftyCallsAtOnceRefreshOnce() async throws {
    let tokens = TokenServer()
    let fixture = try fixture(tokens)
    defer { fixture.end() }
    _ = try await fixture.call("things.list")
    tokens.expireAll()
    try await withThrowingTaskGroup { group in
      for _ in 0..<50 { group.addTask { try await fixture.call("things.list") } }
      for try await response in group { #expect(response.status == 200) }
    }
    #expect(tokens.log.filter { $0.hasPrefix("login") }.count == 1)
    #expect(tokens.log.filter { $0.hasPrefix("refresh") } == ["refresh r1"])
    #expect(tokens.log.filter { $0 == "things a2" }.count == 50)
  }

  @Test(arguments: ["things.list", "exports.start", "things.delete"])
  func aRefusedTokenIsRenewedAndTheCallRepeatedOnce(_ name: String) async throws {
    let tokens = TokenServer()
    let fixture = try fixture(tokens)
    defer { fixture.end() }
    _ = try await fixture.call("things.list")
    tokens.expireAll()
    let response = try await fixture.call(name)
    #expect(response.attempts == 2)
    #expect(tokens.log.suffix(3).dropFirst().first == "refresh r1")
    #expect(tokens.log.last?.hasSuffix("a2") == true)
  }

  @Test func aTokenThatIsRefusedAgainFailsTheCall() async throws {
    let tokens = TokenServer()
    let fixture = try fixture(tokens)
    defer { fixture.end() }
    _ = try await fixture.call("things.list")
    tokens.change { state in
      state.good = []
      state.callStatus = 401
    }
    let error = try #require(await fixture.failure("exports.start"))
    #expect(error.kind == .credential && error.attempts == 2)
    #expect(error.hint?.contains("SCOUT_USERNAME") == true)
    #expect(tokens.log.suffix(3) == ["exports a1", "refresh r1", "exports a2"])
  }

  @Test func aRepeatedDeletionThatFindsNothingHasNotBeenDone() async throws {
    let tokens = TokenServer()
    let fixture = try fixture(tokens)
    defer { fixture.end() }
    _ = try await fixture.call("things.list")
    tokens.change { state in
      state.good = []
      state.callStatus = 404
    }
    // The 401 proves that the first attempt deleted nothing.
    #expect(await fixture.failure("things.delete")?.status == 404)
  }

  @Test func aForbiddenCallRenewsNothing() async throws {
    let tokens = TokenServer()
    tokens.change { $0.callStatus = 403 }
    let fixture = try fixture(tokens)
    defer { fixture.end() }
    #expect(await fixture.failure("things.list")?.kind == .scope)
    #expect(tokens.log == ["login", "things a1"])
  }

  @Test(arguments: [401, 400])
  func aRefreshTokenThatIsOverLeadsToAnotherLogin(_ status: Int) async throws {
    let tokens = TokenServer()
    tokens.change { $0.refreshStatus = status }
    let fixture = try fixture(tokens)
    defer { fixture.end() }
    _ = try await fixture.call("things.list")
    tokens.expireAll()
    _ = try await fixture.call("things.list")
    #expect(tokens.log == ["login", "things a1", "things a1", "refresh r1", "login", "things a2"])
  }

  @Test(arguments: [401, 400])
  func aRefusedLoginIsSaidWithItsVariablesAndNotRepeated(_ status: Int) async throws {
    let tokens = TokenServer()
    tokens.change { $0.loginStatus = status }
    let fixture = try fixture(tokens)
    defer { fixture.end() }
    for _ in 0..<2 {
      let error = try #require(await fixture.failure("things.list"))
      #expect(error.kind == .credential)
      #expect(error.hint?.contains("SCOUT_USERNAME and SCOUT_PASSWORD") == true)
      #expect(!"\(error)".contains("pa55"))
    }
    #expect(tokens.log == ["login"])
  }

  @Test func aTokenIsRenewedHalfAMinuteBeforeItsEnd() async throws {
    let tokens = TokenServer()
    // {"exp":1000}
    tokens.change { $0.wrap = { "e30.eyJleHAiOjEwMDB9.\($0)" } }
    let clock = Locked(0.0)
    let fixture = try fixture(tokens, clock: { clock.withLock { $0 } })
    defer { fixture.end() }
    for now in [0.0, 969, 971] {
      clock.withLock { $0 = now }
      _ = try await fixture.call("things.list")
    }
    let words = tokens.log.map { $0.split(separator: ".").first.map(String.init) ?? "" }
    #expect(words == ["login", "things e30", "things e30", "refresh r1", "things e30"])
  }

  @Test func aRefreshTokenThatIsNotReplacedStaysGood() async throws {
    let tokens = TokenServer()
    tokens.change { $0.rotates = false }
    let fixture = try fixture(tokens)
    defer { fixture.end() }
    _ = try await fixture.call("things.list")
    for _ in 0..<2 {
      tokens.expireAll()
      _ = try await fixture.call("things.list")
    }
    #expect(tokens.log.filter { $0.hasPrefix("refresh") } == ["refresh r1", "refresh r1"])
  }

  @Test func whoIsCancelledWhileWaitingStopsAndTheRenewalGoesOn() async throws {
    let tokens = TokenServer()
    let opening = DispatchSemaphore(value: 0)
    let fixture = try PipelineFixture(
      environment: Scout.environment, provider: Scout.provider
    ) { request in
      if request.target == "/login" {
        opening.wait()
        opening.signal()
      }
      return tokens.reply(to: request)
    }
    defer { fixture.end() }
    let caller = Task { await fixture.failure("things.list") }
    await fixture.server.wait { !$0.requests.isEmpty }
    caller.cancel()
    #expect(await caller.value?.kind == .cancelled)
    opening.signal()
    _ = try await fixture.call("things.list")
    #expect(tokens.log == ["login", "things a1"])
  }

  @Test func theUserNameIsHiddenFromPeopleAndNotTakenFromTheProvidersData() async throws {
    let fixture = try fixture(TokenServer())
    defer { fixture.end() }
    _ = try await fixture.call("things.list")
    let secrets = await fixture.pipeline.secrets
    let text = "ada@example.com pa55\"word"
    #expect(secrets.redact(text) == "••• •••")
    #expect(secrets.redact(text, .input) == "ada@example.com •••")
  }

  @Test(arguments: ["access", "refresh"])
  func aTokenThatIsTooLongToBeHiddenIsNotUsed(_ name: String) async throws {
    let fixture = try PipelineFixture(
      environment: Scout.environment, provider: Scout.provider
    ) { request in
      var tokens = ["access": "short", "refresh": "short"]
      tokens[name] = String(repeating: "%25", count: 3000)
      let members = tokens.map { "\"\($0)\":\"\($1)\"" }.joined(separator: ",")
      return .answer(200, body: "{\(members)}")
    }
    defer { fixture.end() }
    let error = await fixture.failure("things.list")
    #expect(error?.kind == .provider && error?.message.contains("longer than 8192 bytes") == true)
    #expect(fixture.server.requests.map(\.target) == ["/login"])
  }
}
