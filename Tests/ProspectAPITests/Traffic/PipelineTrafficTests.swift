import ScriptedServer
import Testing

@testable import ProspectAPI

/// What calls see of limits, breaker and quota.
@Suite("CallPipeline and traffic", .timeLimit(.minutes(1)))
struct PipelineTrafficTests {
  @Test("when the provider asks for an hour, all calls are suspended, and hear when to come back")
  func suspension() async throws {
    let fixture = try PipelineFixture(
      clock: { 1_784_111_777 }, script: { _ in .answer(429, headers: ["Retry-After": "3600"]) })
    defer { fixture.end() }
    for sent in [1, 0] {
      let error = await fixture.failure("things.list")
      #expect(error?.kind == .suspended && error?.attempts == sent)
      #expect(error?.hint?.contains("2026-07-15T11:3") == true, "\(error?.hint ?? "-")")
      #expect((error?.retryAfter ?? .zero) > .seconds(3590) && error?.isRetryable == true)
    }
    #expect(fixture.server.requests.count == 1)
  }

  @Test("503 with Retry-After keeps everybody away")
  func unavailable() async throws {
    let fixture = try PipelineFixture { _ in .answer(503, headers: ["Retry-After": "100"]) }
    defer { fixture.end() }
    let deadline = ContinuousClock.now + .seconds(50)
    #expect(await fixture.failure("things.list", deadline: deadline)?.kind == .timeout)
    let second = await fixture.failure("leads.create", deadline: deadline)
    #expect(second?.kind == .timeout && second?.attempts == 0)
    #expect(fixture.server.requests.count == 1)
  }

  @Test("another credential at the same origin has a traffic of its own, another pipeline has not")
  func sharing() async throws {
    let first = try PipelineFixture { request in
      request.headers["authorization"] == "Bearer a"
        ? .answer(429, headers: ["Retry-After": "3600"]) : .answer(200)
    }
    defer { first.end() }
    let book = TrafficBook()
    let pipeline = { (key: String) in
      CallPipeline(
        loop: first.loop, transport: CurlTransport(loop: first.loop),
        credentials: CredentialStore(environment: ["SHOP_API_KEY": key]), traffic: book)
    }
    let (a, again, b) = (pipeline("a"), pipeline("a"), pipeline("b"))
    #expect(await first.failure("things.list", through: a)?.attempts == 1)
    #expect(await first.failure("things.list", through: again)?.attempts == 0)
    #expect(await first.failure("things.list", through: b) == nil)
    #expect(first.server.requests.count == 2)
  }

  @Test("logins of one account share their traffic, those of different accounts do not")
  func accounts() async throws {
    let fixture = try PipelineFixture(provider: Scout.provider) { request in
      let isAda = request.body.contains("ada")
      if request.target == "/login" {
        return .answer(200, body: #"{"access":"token-of-\#(isAda ? "ada" : "bob")"}"#)
      }
      return request.headers["authorization"] == "Bearer token-of-ada"
        ? .answer(429, headers: ["Retry-After": "3600"]) : .answer(200)
    }
    defer { fixture.end() }
    let book = TrafficBook()
    let pipeline = { (name: String) in
      let environment = ["SCOUT_USERNAME": name, "SCOUT_PASSWORD": "pa55word"]
      return CallPipeline(
        loop: fixture.loop, transport: CurlTransport(loop: fixture.loop),
        credentials: CredentialStore(environment: environment), traffic: book)
    }
    let (ada, again, bob) = (pipeline("ada"), pipeline("ada"), pipeline("bob"))
    #expect(await fixture.failure("things.list", through: ada)?.attempts == 1)
    #expect(await fixture.failure("things.list", through: again)?.attempts == 0)
    #expect(await fixture.failure("things.list", through: bob) == nil)
  }

  @Test("what a granted host asks of one runtime does not stop another")
  func hosts() async throws {
    let fixture = try PipelineFixture { request in
      request.index == 0 ? .answer(429, headers: ["Retry-After": "3600"]) : .answer(200)
    }
    defer { fixture.end() }
    let host = try GrantedHost(fixture.server.url)
    let operation = try #require(host.operation("GET", hasKey: false))
    let call = host.call(
      operation, target: "/", query: [], headers: [], body: nil, identity: [])
    let book = TrafficBook()
    let pipeline = {
      CallPipeline(
        loop: fixture.loop, transport: CurlTransport(loop: fixture.loop),
        credentials: CredentialStore(environment: [:]), traffic: book)
    }
    let (one, another) = (pipeline(), pipeline())
    for sent in [1, 0] {
      let error = await #expect(throws: CallError.self) {
        try await one.send(call, to: host.provider)
      }
      #expect(error?.kind == .suspended && error?.attempts == sent)
    }
    #expect(try await another.send(call, to: host.provider).status == 200)
  }

  @Test("a login that was throttled is not tried again for the next call")
  func throttledLogin() async throws {
    let fixture = try PipelineFixture(
      environment: Scout.environment, provider: Scout.provider
    ) { _ in .answer(429, headers: ["Retry-After": "3600"]) }
    defer { fixture.end() }
    for _ in 0..<3 { #expect(await fixture.failure("things.list")?.kind == .suspended) }
    #expect(fixture.server.requests.count == 1)
  }

  @Test("a call that succeeds gives back what all its repetitions took")
  func refund() async throws {
    var limits = TrafficLimits.hasty
    (limits.failuresInRow, limits.sample) = (1000, 1000)
    let fixture = try PipelineFixture(traffic: limits) { .answer($0.index % 4 < 3 ? 500 : 200) }
    defer { fixture.end() }
    for _ in 0..<20 { #expect(try await fixture.call("things.list").attempts == 4) }
    #expect(!fixture.events.contains(.retryQuotaSpent))
  }

  @Test("a quota that is used up is not overdrawn: the next call waits, and says why")
  func pacing() async throws {
    let fixture = try PipelineFixture { request in
      .answer(200, headers: request.index == 0 ? ["RateLimit": "r=0;t=60"] : [:])
    }
    defer { fixture.end() }
    let clock = VirtualClock(fixture.loop)
    let pipeline = CallPipeline(
      loop: fixture.loop, transport: CurlTransport(loop: fixture.loop),
      credentials: CredentialStore(environment: ["SHOP_API_KEY": "k"]), traffic: TrafficBook(),
      gateClock: clock.gateClock)
    _ = try await fixture.call("things.list", through: pipeline)
    _ = try await fixture.call("things.list", through: pipeline)
    #expect(clock.elapsed >= .seconds(60))
    let waits = fixture.events.filter {
      if case .waiting(_, let why) = $0 { why.contains("quota") } else { false }
    }
    #expect(waits.count == 1)
    #expect(
      fixture.events.contains { if case .waited(let time) = $0 { time > .zero } else { false } })
  }

  @Test("after five failures in a row one probe goes; a success closes the breaker again")
  func breaker() async throws {
    let fixture = try PipelineFixture { .answer($0.index < 5 ? 500 : 200) }
    defer { fixture.end() }
    #expect(await fixture.failure("things.list")?.attempts == 5)
    #expect(try await fixture.call("things.list").attempts == 1)
    let changes = fixture.events.compactMap { event in
      if case .breaker(let change) = event { change } else { nil }
    }
    #expect(changes == [.opened(for: TrafficLimits.hasty.rest), .probing, .closed])
  }

  @Test("an origin that is down is not asked any more; the error says so, and when to come back")
  func outage() async throws {
    var limits = TrafficLimits()
    limits.rest = .seconds(60)
    limits.patience = 0
    let down = try PipelineFixture(traffic: limits) { _ in .drop }
    defer { down.end() }
    #expect(await down.failure("things.list")?.kind == .transport)
    let error = await down.failure("things.list")
    #expect(error?.kind == .provider && error?.attempts == 0 && error?.isRetryable == true)
    #expect(error?.message.contains("keep failing") == true)
    #expect(error?.hint?.contains("run again later") == true)
    #expect((error?.retryAfter ?? .zero) > .seconds(50))
    #expect(down.server.requests.count == 5)
  }

  @Test("repetitions that do not help are used up; then a call fails with its first failure")
  func quota() async throws {
    var limits = TrafficLimits.hasty
    limits.retryTokens = 30
    limits.failuresInRow = 1000
    limits.sample = 1000
    let fixture = try PipelineFixture(traffic: limits) { _ in .answer(500) }
    defer { fixture.end() }
    #expect(await fixture.failure("things.list")?.attempts == 3)
    let error = await fixture.failure("things.list")
    #expect(error?.attempts == 1 && error?.kind == .provider && error?.status == 500)
    #expect(error?.message.contains("not tried again") == true)
    #expect(fixture.events.contains(.retryQuotaSpent))
  }

  @Test("a refusal of credentials, of arguments or of a thing is no sign of bad health")
  func healthyRefusals() async throws {
    let fixture = try PipelineFixture { .answer([400, 401, 403, 404, 422][$0.index % 5]) }
    defer { fixture.end() }
    for _ in 0..<25 { #expect(await fixture.failure("things.list")?.attempts == 1) }
    #expect(fixture.server.requests.count == 25)
  }

  @Test("a call that waits in front of its origin is cancelled at once, and leaves no trace")
  func cancellation() async throws {
    let fixture = try PipelineFixture { _ in .answer(429, headers: ["Retry-After": "100"]) }
    defer { fixture.end() }
    let waits = AsyncStream<Void>.makeStream()
    let observer: CallObserver = { if case .waiting = $0 { waits.continuation.yield() } }
    let tasks = (0..<3).map { _ in
      Task { await fixture.failure("things.list", observer: observer) }
    }
    var heard = waits.stream.makeAsyncIterator()
    for _ in tasks { await heard.next() }
    for task in tasks.reversed() { task.cancel() }
    for task in tasks { #expect(await task.value?.kind == .cancelled) }
  }

  @Test("a purchase that waits for another one is cancelled at once, and its deadline counts")
  func purchases() async throws {
    let fixture = try PipelineFixture { _ in .answer(200) }
    defer { fixture.end() }
    let (pipeline, provider) = (fixture.pipeline, fixture.provider)
    let operation = try #require(provider.operations["exports.start"])
    let wait = { @Sendable (deadline: ContinuousClock.Instant?) async -> CallError.Kind? in
      do throws(CallError) {
        try await pipeline.beginPurchase(of: operation, from: provider, deadline: deadline)
        return nil
      } catch {
        return error.kind
      }
    }
    #expect(await wait(nil) == nil)
    #expect(await wait(.now + .milliseconds(20)) == .timeout)
    let task = Task { await wait(nil) }
    task.cancel()
    #expect(await task.value == .cancelled)
    let next = Task { await wait(nil) }
    await pipeline.endPurchase(from: provider)
    #expect(await next.value == nil)
  }

  @Test(
    "a deletion that never reached the provider does not count as done when the thing is not there")
  func unsentDeletion() async throws {
    let fixture = try PipelineFixture { .answer($0.index == 0 ? 429 : 404) }
    defer { fixture.end() }
    #expect(await fixture.failure("leads.delete", "{\"id\":\"1\"}")?.status == 404)
  }
}
