import ScriptedServer
import Testing

@testable import ProspectAPI

@Suite("Downloads of the pipeline", .timeLimit(.minutes(1)))
struct PipelineDownloadTests {
  func failure(_ fixture: PipelineFixture, _ url: String) async -> CallError? {
    do throws(CallError) {
      _ = try await fixture.pipeline.download(url, for: fixture.provider, to: -1)
      return nil
    } catch {
      return error
    }
  }

  @Test("a file is fetched without the credential, also after a failure, and is not doubled")
  func fetch() async throws {
    let fixture = try PipelineFixture { request in
      switch request.index {
      case 0: .answer(503)
      case 1: .bytes("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nname,")
      default: .answer(200, body: "name,city")
      }
    }
    defer { fixture.end() }
    let target = try ScratchFile()
    let file = try await fixture.pipeline.download(
      fixture.server.url + "/files/x?signature=abc", for: fixture.provider, to: target.descriptor)
    #expect(file.length == 9 && file.attempts == 3 && target.text == "name,city")
    #expect(
      fixture.server.requests.map(\.target) == Array(repeating: "/files/x?signature=abc", count: 3))
    #expect(fixture.server.requests.allSatisfy { $0.headers["authorization"] == nil })
  }

  @Test("an expired link is an error that does not show the link")
  func expired() async throws {
    let fixture = try PipelineFixture { _ in .answer(403, body: "expired") }
    defer { fixture.end() }
    let target = try ScratchFile()
    let error = await #expect(throws: CallError.self) {
      _ = try await fixture.pipeline.download(
        fixture.server.url + "/files/s3cr3t", for: fixture.provider, to: target.descriptor)
    }
    #expect(
      error?.status == 403 && error?.kind == .provider && error?.hint?.contains("expired") == true)
    #expect(error.map { !"\($0)".contains("s3cr3t") } == true)
  }

  @Test(
    "a provider out there cannot point at this machine",
    arguments: [
      "http://127.0.0.1:1/x", "https://localhost/x", "https://[::1]/x", "http://files.example/x",
    ])
  func outside(_ link: String) async throws {
    let fixture = try PipelineFixture(url: "https://shop.example") { _ in .answer(200) }
    defer { fixture.end() }
    #expect(await failure(fixture, link)?.kind == .grant)
  }

  @Test(
    "plain http to another machine is refused, and so is what is no URL",
    arguments: [
      "http://files.example/x", "/files/x", "ftp://h/x", "https://h/a b", "https://h/\r\nX: y",
      "https://user@h/", "https:\\\\h/x",
    ])
  func malformed(_ link: String) async throws {
    let fixture = try PipelineFixture { _ in .answer(200) }
    defer { fixture.end() }
    let error = await failure(fixture, link)
    #expect(error?.kind == .grant || error?.kind == .provider)
    #expect(error?.attempts == 0)
  }

  @Test("a link that is longer than any is not followed, and the error says so")
  func long() async throws {
    let fixture = try PipelineFixture { _ in .answer(200) }
    defer { fixture.end() }
    let link = fixture.server.url + "/" + String(repeating: "%25", count: 3000)
    let error = await failure(fixture, link)
    #expect(error?.kind == .provider && error?.message.contains("longer than 8192 bytes") == true)
    #expect(fixture.server.connections == 0)
  }

  @Test("each wait for another attempt is told when it is over")
  func waits() async throws {
    let fixture = try PipelineFixture { .answer($0.index < 2 ? 503 : 200, body: "x") }
    defer { fixture.end() }
    let target = try ScratchFile()
    let heard = Locked<[String]>([])
    _ = try await fixture.pipeline.download(
      fixture.server.url + "/f", for: fixture.provider, to: target.descriptor,
      observer: { event in
        switch event {
        case .waiting: heard.withLock { $0.append("waiting") }
        case .waited(let time): heard.withLock { $0.append(time > .zero ? "waited" : "not") }
        default: break
        }
      })
    #expect(heard.withLock { $0 } == ["waiting", "waited", "waiting", "waited"])
  }

  @Test("a wait that was given up is told, too")
  func abandonedWait() async throws {
    var policy = RetryPolicy.hasty
    policy.base = .seconds(50)
    policy.cap = .seconds(50)
    let fixture = try PipelineFixture(policy: policy) { _ in .answer(503) }
    defer { fixture.end() }
    let target = try ScratchFile()
    let (waits, heard) = (AsyncStream<Void>.makeStream(), Locked(0))
    let task = Task {
      try await fixture.pipeline.download(
        fixture.server.url + "/f", for: fixture.provider, to: target.descriptor,
        observer: { event in
          if case .waiting = event { waits.continuation.yield() }
          if case .waited = event { heard.withLock { $0 += 1 } }
        })
    }
    for await _ in waits.stream { break }
    task.cancel()
    #expect(await task.result.failure?.kind == .cancelled)
    #expect(heard.withLock { $0 } == 1)
  }
}

extension Result {
  fileprivate var failure: CallError? {
    if case .failure(let error) = self { error as? CallError } else { nil }
  }
}
