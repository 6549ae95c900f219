import ScriptedServer
import Testing

@testable import ProspectAPI

@Suite("CurlTransport, when no answer comes", .timeLimit(.minutes(1)))
struct CurlTransportFailureTests {
  static let whole = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n"

  @Test("a refused connection is provably unsent")
  func refused() async throws {
    let port = try ScriptedServer.deadPort()
    let fixture = try LoopFixture()
    defer { fixture.end() }
    let error = await fixture.failure("http://127.0.0.1:\(port)/")
    #expect(error?.kind == .connect && error?.isUnsent == true && error?.isPassing == true)
  }

  @Test(
    "an answer that is dropped or cut off is lost, and the request was sent",
    arguments: [
      ScriptedServer.Reply.drop, .bytes("HTTP/1.1 200 OK\r\nContent-"), .bytes(whole + "12345"),
    ])
  func lost(_ reply: ScriptedServer.Reply) async throws {
    let server = try ScriptedServer { _ in reply }
    let fixture = try LoopFixture()
    defer {
      server.stop()
      fixture.end()
    }
    let error = await fixture.failure(server.url)
    #expect(error?.kind == .lost && error?.isUnsent == false)
  }

  @Test("libcurl repeats a request on a dead reused connection, and not on one of its own")
  func silentRepetition() async throws {
    let server = try ScriptedServer { $0.index == 1 ? .drop : .answer(200) }
    let fixture = try LoopFixture()
    defer {
      server.stop()
      fixture.end()
    }
    _ = try await fixture.get(server.url)
    let error = await fixture.failure(server.url) { $0.needsFreshConnection = true }
    #expect(error?.kind == .lost && error?.isUnsent == false)
    #expect(server.requests.count == 2)
  }

  @Test(
    "a server that falls silent is noticed in each phase",
    arguments: [
      ("", TransportError.Limit.firstByte), ("HTTP/1.1 200 OK\r\n", .idle), (whole + "123", .idle),
    ])
  func silence(_ sent: String, _ limit: TransportError.Limit) async throws {
    let server = try ScriptedServer { _ in .stall(after: sent) }
    var limits = TransportLimits()
    limits.firstByte = .milliseconds(80)
    limits.idle = .milliseconds(80)
    let fixture = try LoopFixture(limits: limits)
    defer {
      server.stop()
      fixture.end()
    }
    let error = await fixture.failure(server.url)
    #expect(error?.kind == .timeout(limit) && error?.isUnsent == false)
  }

  @Test("the deadline ends an exchange")
  func deadline() async throws {
    let server = try ScriptedServer { _ in .stall() }
    let fixture = try LoopFixture()
    defer {
      server.stop()
      fixture.end()
    }
    let error = await fixture.failure(server.url) { $0.deadline = .now + .milliseconds(50) }
    #expect(error?.kind == .timeout(.deadline))
    let late = await fixture.failure(server.url) { $0.deadline = .now - .seconds(1) }
    #expect(late?.kind == .timeout(.deadline) || late?.kind == .timeout(.connect))
  }

  @Test("a cancelled request ends at once, and its connection is closed")
  func cancellation() async throws {
    let arrived = AsyncStream<Void>.makeStream()
    let server = try ScriptedServer { _ in
      arrived.continuation.yield()
      return .stall()
    }
    let fixture = try LoopFixture()
    defer {
      server.stop()
      fixture.end()
    }
    let task = Task { await fixture.failure(server.url) }
    for await _ in arrived.stream { break }
    task.cancel()
    #expect(await task.value?.kind == .cancelled)
    await server.wait { $0.hangUps > 0 }
  }

  @Test("a request of a cancelled task is not sent")
  func cancelledBefore() async throws {
    let server = try ScriptedServer { _ in .answer(200) }
    let fixture = try LoopFixture()
    defer {
      server.stop()
      fixture.end()
    }
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return await fixture.failure(server.url)
    }
    let error = await task.value
    #expect(error?.kind == .cancelled && error?.isUnsent == true)
    #expect(server.requests.isEmpty)
  }

  @Test("an answer larger than allowed is refused")
  func tooLarge() async throws {
    let server = try ScriptedServer { _ in .answer(200, body: "0123456789") }
    let fixture = try LoopFixture()
    defer {
      server.stop()
      fixture.end()
    }
    #expect(await fixture.failure(server.url) { $0.responseLimit = 9 }?.kind == .tooLarge)
    #expect(await fixture.failure(server.url) { $0.responseLimit = 10 } == nil)
  }

  @Test("all answers together have their limit, and each gives back what it took")
  func crowded() async throws {
    let server = try ScriptedServer { request in
      request.target == "/half"
        ? .stall(
          after: "HTTP/1.1 200 OK\r\nContent-Length: 80\r\n\r\n" + String(repeating: "x", count: 60)
        )
        : .answer(200, body: String(repeating: "y", count: 50))
    }
    var limits = TransportLimits()
    limits.answers = 100
    let fixture = try LoopFixture(limits: limits)
    defer {
      server.stop()
      fixture.end()
    }
    let first = Task { await fixture.failure("\(server.url)/half") }
    await server.wait { !$0.requests.isEmpty }
    var error = await fixture.failure(server.url)
    // Until the half answer has come, the other one fits.
    while error == nil { error = await fixture.failure(server.url) }
    #expect(error?.kind == .crowded && error?.isUnsent == false && error?.isPassing == true)
    first.cancel()
    _ = await first.value
    #expect(await fixture.failure(server.url) == nil)
  }

  @Test(
    "this machine is refused where it is not allowed, also by name",
    arguments: ["127.0.0.1", "localhost"])
  func loopback(_ host: String) async throws {
    let server = try ScriptedServer { _ in .answer(200) }
    let fixture = try LoopFixture()
    defer {
      server.stop()
      fixture.end()
    }
    let error = await fixture.failure("http://\(host):\(server.port)/") {
      $0.allowsLoopback = false
    }
    #expect(error?.kind == .network(.thisMachine) && error?.isUnsent == true)
    #expect(server.connections == 0)
  }

  @Test(
    "only http and https are spoken",
    arguments: ["file:///etc/passwd", "ftp://127.0.0.1/", "http://"])
  func protocols(_ url: String) async throws {
    let fixture = try LoopFixture()
    defer { fixture.end() }
    let error = await fixture.failure(url)
    #expect(error?.kind == .invalid && error?.isUnsent == true)
  }
}
