import ScriptedServer
import Testing

@testable import ProspectAPI

/// Keys that are replaced while calls go on.
@Suite("Key rotation", .timeLimit(.minutes(1)))
struct KeyRotationTests {
  /// What the one source of credentials gives, and how often it was asked.
  private final class Source: Sendable {
    let state: Locked<(key: String, asked: Int)>

    init(_ key: String) { state = Locked((key, 0)) }

    var asked: Int { state.withLock { $0.asked } }

    func give(_ key: String) { state.withLock { $0.key = key } }

    func fixture(
      clock: @escaping @Sendable () -> Double = { 0 }, life: Duration? = nil,
      _ script: @escaping @Sendable (ScriptedServer.Request) -> ScriptedServer.Reply
    ) throws -> PipelineFixture {
      try PipelineFixture(
        environment: [:],
        change: { settings in
          settings.giver = { _ in
            let key = self.state.withLock { state in
              state.asked += 1
              return state.key
            }
            if key == "none" { throw LoopError(message: "the vault is sealed") }
            return GivenCredential(secrets: .key(Secret(key)), life: life)
          }
        }, clock: clock, script: script)
    }
  }

  /// Accepts one key only.
  private static func accepting(_ key: String)
    -> @Sendable (ScriptedServer.Request) ->
    ScriptedServer.Reply
  {
    { request in
      request.headers["authorization"] == "Bearer \(key)"
        ? .answer(200) : .answer(401, body: #"{"error":{"message":"bad key"}}"#)
    }
  }

  @Test(
    "a refused key is looked for again and the call repeated, whatever it does",
    arguments: ["things.list", "leads.create", "leads.delete", "exports.start", "keys.create"])
  func rotation(_ name: String) async throws {
    let source = Source("old")
    let fixture = try source.fixture { request in
      // The key is replaced between the request and the next look.
      source.give("new")
      return Self.accepting("new")(request)
    }
    defer { fixture.end() }
    let arguments = name == "leads.delete" ? #"{"id":"1"}"# : "{}"
    let response = try await fixture.call(name, arguments)
    #expect(response.attempts == 2)
    let numbers = fixture.events.compactMap {
      if case .attempted(let one) = $0 { one.number } else { nil }
    }
    #expect(numbers == [1, 2])
    #expect(source.asked == 2)
    let requests = fixture.server.requests
    #expect(requests.map { $0.headers["authorization"] } == ["Bearer old", "Bearer new"])
    #expect(Set(requests.map { $0.headers["idempotency-key"] }).count == 1)
  }

  @Test("many refusals at once lead to one search, and every call succeeds")
  func crowd() async throws {
    let source = Source("old")
    let good = Locked("old")
    let fixture = try source.fixture { request in
      Self.accepting(good.withLock { $0 })(request)
    }
    defer { fixture.end() }
    _ = try await fixture.call("things.list")
    source.give("new")
    good.withLock { $0 = "new" }
    try await withThrowingTaskGroup { group in
      for _ in 0..<50 { group.addTask { try await fixture.call("leads.create").attempts } }
      for try await attempts in group { #expect(attempts <= 2) }
    }
    #expect(source.asked == 2)
    #expect(fixture.server.requests.count { $0.headers["authorization"] == "Bearer new" } == 50)
  }

  @Test("a key that did not change is told at once, with its source, after one more look")
  func unchanged() async throws {
    let source = Source("old")
    let fixture = try source.fixture(Self.accepting("new"))
    defer { fixture.end() }
    let error = try #require(await fixture.failure("things.list"))
    #expect(error.kind == .credential && error.status == 401 && error.attempts == 1)
    #expect(error.message == "bad key")
    #expect(error.hint?.contains("check what the host program gave") == true)
    #expect(source.asked == 2 && fixture.server.requests.count == 1)
    // The next call may find it repaired.
    source.give("new")
    #expect(try await fixture.call("things.list").attempts == 2)
  }

  @Test("a crowd that is refused with a key that stays the same looks once and sends once each")
  func unchangedCrowd() async throws {
    let source = Source("old")
    let arrived = Locked(0)
    let fixture = try source.fixture { request in
      arrived.withLock { $0 += 1 }
      // All are under way before the first is refused.
      while arrived.withLock({ $0 }) < 20 {}
      return .answer(401)
    }
    defer { fixture.end() }
    await withTaskGroup { group in
      for _ in 0..<20 {
        group.addTask { #expect(await fixture.failure("things.list")?.status == 401) }
      }
    }
    #expect(fixture.server.requests.count == 20)
    #expect(source.asked == 2)
  }

  @Test("a new key that is refused, too, is not replaced again in the same call")
  func refusedTwice() async throws {
    let source = Source("a")
    let fixture = try source.fixture { _ in
      source.give("b")
      return .answer(401)
    }
    defer { fixture.end() }
    let error = try #require(await fixture.failure("keys.create"))
    #expect(error.status == 401 && error.attempts == 2)
    #expect(fixture.server.requests.count == 2)
  }

  @Test("when no other key can be had, the refusal says why")
  func noOther() async throws {
    let source = Source("old")
    let fixture = try source.fixture { _ in
      source.give("none")
      return .answer(401)
    }
    defer { fixture.end() }
    let error = try #require(await fixture.failure("things.list"))
    #expect(error.status == 401 && error.kind == .credential)
    #expect(error.hint?.contains("the vault is sealed") == true)
  }

  @Test("403 and other refusals look for no other key", arguments: [400, 403, 404, 422])
  func others(_ status: Int) async throws {
    let source = Source("old")
    let fixture = try source.fixture { _ in .answer(status) }
    defer { fixture.end() }
    #expect(await fixture.failure("things.list")?.status == status)
    #expect(source.asked == 1 && fixture.server.requests.count == 1)
  }

  @Test("a key that tells its end is replaced before it")
  func expiry() async throws {
    let source = Source("old")
    let now = Locked(0.0)
    let fixture = try source.fixture(
      clock: { now.withLock { $0 } }, life: .seconds(100), { _ in .answer(200) })
    defer { fixture.end() }
    for time in [0.0, 69, 71] {
      now.withLock { $0 = time }
      if time == 71 { source.give("new") }
      _ = try await fixture.call("things.list")
    }
    #expect(
      fixture.server.requests.map { $0.headers["authorization"] }
        == ["Bearer old", "Bearer old", "Bearer new"])
  }

  @Test("what the provider asked for holds for the next key of the account, too")
  func patience() async throws {
    let source = Source("key_1_of_many")
    let now = Locked(0.0)
    let fixture = try source.fixture(
      clock: { now.withLock { $0 } }, life: .seconds(100),
      { _ in .answer(429, headers: ["Retry-After": "3600"]) })
    defer { fixture.end() }
    #expect(await fixture.failure("things.list")?.attempts == 1)
    for operation in ["things.list", "leads.create"] {
      now.withLock { $0 += 100 }
      source.give("key_of_\(operation)")
      let error = await fixture.failure(operation)
      #expect(error?.kind == .suspended && error?.attempts == 0)
    }
    #expect(source.asked == 3 && fixture.server.requests.count == 1)
  }

  @Test("keys that end leave nothing behind, and the one in use is remembered")
  func passing() async throws {
    let source = Source("key_1_of_many")
    let now = Locked(0.0)
    let fixture = try source.fixture(
      clock: { now.withLock { $0 } }, life: .seconds(100), { _ in .answer(200) })
    defer { fixture.end() }
    for number in 1...5 {
      source.give("key_\(number)_of_many")
      _ = try await fixture.call("things.list")
      now.withLock { $0 += 100 }
    }
    #expect(await fixture.pipeline.traffic.count == 1)
    now.withLock { $0 = 401 }
    let secrets = await fixture.pipeline.secrets
    for round in 1...3 {
      for number in 1...600 {
        secrets.add(Secret("token_\(round)_\(number)_"), isPassing: true)
      }
      _ = try await fixture.call("things.list")
    }
    #expect(source.asked == 5)
    #expect(secrets.redact("key_1_of_many key_5_of_many", .input) == "key_1_of_many •••")
  }

  @Test("a file that was replaced, and a variable's file, are read again")
  func file() async throws {
    let folder = try SecretFolder()
    let path = try folder.write("old\n", to: "key")
    let fixture = try PipelineFixture(environment: ["SHOP_API_KEY_FILE": path]) { request in
      _ = try? folder.write("new\n", to: "key")
      return Self.accepting("new")(request)
    }
    defer { fixture.end() }
    #expect(try await fixture.call("keys.create").attempts == 2)
  }

  @Test("who is cancelled while a key is looked for stops at once")
  func cancellation() async throws {
    let isOpen = Locked(false)
    let isAsked = Locked(false)
    let slow: CredentialSettings.Giver = { _ in
      isAsked.withLock { $0 = true }
      while !isOpen.withLock({ $0 }) { await Task.yield() }
      return GivenCredential(secrets: .key(Secret("k")))
    }
    let fixture = try PipelineFixture(
      environment: [:], change: { $0.giver = slow }, script: { _ in .answer(200) })
    defer { fixture.end() }
    let caller = Task { await fixture.failure("things.list") }
    while !isAsked.withLock({ $0 }) { await Task.yield() }
    caller.cancel()
    #expect(await caller.value?.kind == .cancelled)
    isOpen.withLock { $0 = true }
    _ = try await fixture.call("things.list")
  }
}
