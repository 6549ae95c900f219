import ScriptedServer
import Testing

@testable import ProspectAPI

@Suite("Connections of calls that went wrong", .timeLimit(.minutes(1)))
struct ConnectionLeakTests {
  /// What a call may meet.
  static let mishaps = ["stall", "drop", "reset", "refusal", "trickle"]

  static func reply(_ mishap: String) -> ScriptedServer.Reply {
    switch mishap {
    case "drop": .drop
    case "reset": .bytes("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"a\":")
    case "refusal": .answer(500)
    case "trickle": .stall(after: "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"a\":")
    default: .stall()
    }
  }

  /// Sockets to the server that are open when everything has come to rest: one that is closed goes within this turn of
  /// the loop, so a few turns are enough.
  func open(_ fixture: PipelineFixture, atMost limit: Int) async throws -> Int {
    for _ in 0..<200 where Sockets.connected(to: fixture.server.port) > limit {
      try await fixture.loop.sleep(for: .milliseconds(10))
    }
    return Sockets.connected(to: fixture.server.port)
  }

  @Test("timed out and failed calls leave no connection open", arguments: mishaps)
  func failures(_ mishap: String) async throws {
    var limits = TrafficLimits.hasty
    (limits.failuresInRow, limits.sample, limits.retryTokens) = (.max, 1 << 20, 1 << 20)
    let fixture = try PipelineFixture(traffic: limits) { _ in Self.reply(mishap) }
    defer { fixture.end() }
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<40 {
        group.addTask {
          _ = await fixture.failure("things.list", deadline: .now + .milliseconds(200))
        }
      }
    }
    // Answers that are whole leave their connection to the next call.
    let kept = mishap == "refusal" ? 40 : 0
    #expect(try await open(fixture, atMost: kept) <= kept)
  }

  @Test("cancelled calls leave no connection open", arguments: ["stall", "trickle"])
  func cancelled(_ mishap: String) async throws {
    let arrived = AsyncStream<Void>.makeStream()
    let fixture = try PipelineFixture { _ in
      arrived.continuation.yield()
      return Self.reply(mishap)
    }
    defer { fixture.end() }
    var arrivals = arrived.stream.makeAsyncIterator()
    let tasks = (0..<40).map { _ in Task { await fixture.failure("things.list") } }
    for _ in tasks { await arrivals.next() }
    #expect(Sockets.connected(to: fixture.server.port) == 40)
    for task in tasks { task.cancel() }
    for task in tasks { #expect(await task.value?.kind == .cancelled) }
    #expect(try await open(fixture, atMost: 0) == 0)
  }

  @Test("calls that succeed one after the other share one connection")
  func reuse() async throws {
    let fixture = try PipelineFixture { _ in .answer(200) }
    defer { fixture.end() }
    for _ in 0..<20 { _ = try await fixture.call("things.list") }
    #expect(Sockets.connected(to: fixture.server.port) == 1)
  }
}
