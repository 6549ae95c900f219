import ScriptedServer
import Testing

@testable import ProspectAPI

@Suite("Downloads of the transport", .timeLimit(.minutes(1)))
struct DownloadTests {
  /// A body whose every part can be told from the others.
  static let body = (0..<300_000).map { "\($0)\n" }.joined()

  func request(_ url: String) -> TransportRequest {
    var request = TransportRequest(method: "GET", url: url, headers: HeaderList([]))
    request.allowsLoopback = true
    return request
  }

  @Test("a file arrives whole, in parts of bounded size")
  func whole() async throws {
    let server = try ScriptedServer { _ in .answer(200, body: Self.body) }
    let fixture = try LoopFixture()
    let target = try ScratchFile()
    defer {
      server.stop()
      fixture.end()
    }
    let steps = Locked<[(Int64, Int64?)]>([])
    let file = DownloadFile(target.descriptor) { written, total in
      steps.withLock { $0.append((written, total)) }
    }
    let response = try await fixture.transport.download(request(server.url), to: file)
    #expect(response.status == 200 && response.body.isEmpty)
    #expect(target.text == Self.body)
    #expect(await file.written == Int64(Self.body.utf8.count))
    let seen = steps.withLock { $0 }
    #expect(seen.allSatisfy { $0.1 == Int64(Self.body.utf8.count) })
    let sizes = zip(seen, [(0, nil)] + seen).map { $0.0 - $1.0 }
    #expect(sizes.allSatisfy { $0 <= 512 << 10 } && sizes.count > 4)
  }

  @Test("the body of an error answer is kept and the file stays empty")
  func errorAnswer() async throws {
    let server = try ScriptedServer { _ in .answer(410, body: "gone") }
    let fixture = try LoopFixture()
    let target = try ScratchFile()
    defer {
      server.stop()
      fixture.end()
    }
    let response = try await fixture.transport.download(
      request(server.url), to: DownloadFile(target.descriptor))
    #expect(response.status == 410 && response.body == Array("gone".utf8))
    #expect(target.text.isEmpty)
  }

  @Test("what an earlier attempt has written is gone when everything comes anew")
  func emptied() async throws {
    let server = try ScriptedServer { request in
      request.index == 0
        ? .bytes("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nold and longer")
        : .answer(200, body: "new")
    }
    let fixture = try LoopFixture()
    let target = try ScratchFile()
    defer {
      server.stop()
      fixture.end()
    }
    let file = DownloadFile(target.descriptor)
    await #expect(throws: TransportError.self) {
      _ = try await fixture.transport.download(request(server.url), to: file)
    }
    #expect(target.text == "old and longer")
    _ = try await fixture.transport.download(request(server.url), to: file)
    #expect(target.text == "new")
  }

  @Test("an empty file empties what was there")
  func nothing() async throws {
    let server = try ScriptedServer { request in
      request.index == 0
        ? .bytes("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nold") : .answer(200, body: "")
    }
    let fixture = try LoopFixture()
    let target = try ScratchFile()
    defer {
      server.stop()
      fixture.end()
    }
    let file = DownloadFile(target.descriptor)
    _ = try? await fixture.transport.download(request(server.url), to: file)
    _ = try await fixture.transport.download(request(server.url), to: file)
    #expect(target.text.isEmpty)
    #expect(await file.written == 0)
  }

  @Test("a file that is cut off is an error")
  func cutOff() async throws {
    let server = try ScriptedServer { _ in
      .bytes("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort")
    }
    let fixture = try LoopFixture()
    let target = try ScratchFile()
    defer {
      server.stop()
      fixture.end()
    }
    let error = await #expect(throws: TransportError.self) {
      _ = try await fixture.transport.download(
        request(server.url), to: DownloadFile(target.descriptor))
    }
    #expect(error?.kind == .lost)
  }

  @Test("a file that cannot be written is an error, however small", arguments: [Self.body, "x"])
  func unwritable(_ body: String) async throws {
    let target = try ScratchFile()
    let server = try ScriptedServer { _ in
      target.forbidWriting()
      return .answer(200, body: body)
    }
    let fixture = try LoopFixture()
    defer {
      server.stop()
      fixture.end()
    }
    let error = await #expect(throws: TransportError.self) {
      _ = try await fixture.transport.download(
        request(server.url), to: DownloadFile(target.descriptor))
    }
    #expect(error?.kind == .file)
  }

  @Test("a cancelled download ends")
  func cancellation() async throws {
    let server = try ScriptedServer { _ in
      .stall(after: "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort")
    }
    let fixture = try LoopFixture()
    let target = try ScratchFile()
    defer {
      server.stop()
      fixture.end()
    }
    let begun = AsyncStream<Void>.makeStream()
    let file = DownloadFile(target.descriptor) { _, _ in begun.continuation.yield() }
    let request = request(server.url)
    let task = Task { try await fixture.transport.download(request, to: file) }
    for await _ in begun.stream { break }
    task.cancel()
    let error = await #expect(throws: TransportError.self) { _ = try await task.value }
    #expect(error?.kind == .cancelled)
  }
}
