import ScriptedServer
import Testing

@testable import ProspectAPI

@Suite("CallPipeline and time", .timeLimit(.minutes(1)))
struct CallPipelineTimeTests {
  @Test("Retry-After is not undercut")
  func retryAfter() async throws {
    let fixture = try PipelineFixture {
      $0.index == 0 ? .answer(429, headers: ["Retry-After": "1"]) : .answer(200)
    }
    defer { fixture.end() }
    let began = ContinuousClock.now
    #expect(try await fixture.call("things.list").attempts == 2)
    #expect(ContinuousClock.now - began >= .seconds(1))
  }

  @Test("a wait that the body asks for is not undercut")
  func waitInBody() async throws {
    let fixture = try PipelineFixture {
      $0.index == 0 ? .answer(503, body: "{\"wait\":0.3}") : .answer(200)
    }
    defer { fixture.end() }
    let began = ContinuousClock.now
    _ = try await fixture.call("things.list")
    #expect(ContinuousClock.now - began >= .milliseconds(300))
  }

  @Test("a provider that asks for too much patience suspends the run")
  func suspension() async throws {
    let fixture = try PipelineFixture { _ in .answer(429, headers: ["Retry-After": "3600"]) }
    defer { fixture.end() }
    let error = await fixture.failure("things.list")
    #expect(error?.kind == .suspended && error?.retryAfter == .seconds(3600))
    #expect(error?.attempts == 1 && error?.isRetryable == true)
  }

  @Test("the deadline covers waits: no attempt is begun that would come too late")
  func deadlineInWait() async throws {
    let fixture = try PipelineFixture { _ in .answer(503, headers: ["Retry-After": "110"]) }
    defer { fixture.end() }
    let began = ContinuousClock.now
    let error = await fixture.failure("things.list", deadline: began + .seconds(100))
    #expect(error?.kind == .timeout && error?.status == 503 && error?.attempts == 1)
  }

  @Test(
    "the deadline ends an attempt",
    arguments: [("things.list", CallError.Kind.timeout), ("exports.start", .unknownOutcome)])
  func deadlineInAttempt(_ name: String, _ kind: CallError.Kind) async throws {
    let fixture = try PipelineFixture { _ in .stall() }
    defer { fixture.end() }
    let error = await fixture.failure(name, deadline: .now + .seconds(1))
    #expect(error?.kind == kind)
  }

  @Test("a cancelled call ends at once, in an attempt or in a wait")
  func cancellation() async throws {
    let arrived = AsyncStream<Void>.makeStream()
    let fixture = try PipelineFixture { request in
      arrived.continuation.yield()
      return request.target == "/things" ? .stall() : .answer(503, headers: ["Retry-After": "100"])
    }
    defer { fixture.end() }
    var arrivals = arrived.stream.makeAsyncIterator()
    for name in ["things.list", "leads.create"] {
      let task = Task { await fixture.failure(name) }
      _ = await arrivals.next()
      task.cancel()
      #expect(await task.value?.kind == .cancelled)
    }
  }
}
