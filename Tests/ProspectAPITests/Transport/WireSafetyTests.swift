import ScriptedServer
import Testing

@testable import ProspectAPI

@Suite("What may not happen on the wire", .timeLimit(.minutes(1)))
struct WireSafetyTests {
  @Test(
    "a URL that could be read in two ways is not sent",
    arguments: [
      "http://127.0.0.1@evil.example/", "http://127.0.0.1\\@evil.example/", "http:\\\\evil.example",
      "http://evil.example%2f@127.0.0.1/", "http://127.0.0.1 .evil.example/", "http:///x",
      "http://127.0.0.1\r\nX: y/", "http://127.0.0.1\u{FF0E}evil.example/", "http://[::1", "//x",
    ])
  func ambiguous(_ url: String) async throws {
    let fixture = try LoopFixture()
    defer { fixture.end() }
    let error = await fixture.failure(url)
    #expect(error?.kind == .invalid && error?.isUnsent == true)
  }

  @Test(
    "whatever a target holds, it stays behind the host",
    arguments: [
      ("@evil.example/", "/@evil.example/"), (".evil.example/", "/.evil.example/"),
      ("//evil.example/", "//evil.example/"), (":80@evil.example", "/:80@evil.example"),
      ("", "/"), ("?a=b", "/?a=b"), ("/../x", "/../x"), ("/%2e%2e/%2f", "/%2e%2e/%2f"),
    ])
  func target(_ target: String, _ sent: String) async throws {
    let server = try ScriptedServer { _ in .answer(200) }
    let fixture = try LoopFixture()
    defer {
      server.stop()
      fixture.end()
    }
    let origin = try #require(Origin(url: server.url))
    var request = TransportRequest(
      method: "GET", origin: origin, target: target, headers: HeaderList([]))
    request.networks = .thisMachine
    _ = try await fixture.transport.send(request)
    #expect(server.requests.map(\.target) == [sent])
  }

  @Test(
    "a target or field that would begin another line is not sent",
    arguments: [
      ("/a b", nil), ("/a\r\nX: y", nil), ("/a\\b", nil), ("/", "Idempotency-Key: a\r\nX: y"),
    ] as [(String, String?)])
  func lines(_ target: String, _ extra: String?) async throws {
    let fixture = try LoopFixture()
    defer { fixture.end() }
    let error = await fixture.failure("http://127.0.0.1:1/") {
      $0.target = target
      $0.extraHeader = extra
    }
    #expect(error?.kind == .invalid && error?.isUnsent == true)
  }

  @Test("a request with a field that cannot be sent is not sent without it")
  func fields() async throws {
    let fixture = try LoopFixture()
    defer { fixture.end() }
    let error = await fixture.failure("http://127.0.0.1:1/") {
      $0.headers = HeaderList([("X-One", "1"), ("X-Two", "a\nb")])
    }
    #expect(error?.kind == .invalid)
  }

  @Test(
    "no argument of a provider can take the place of what the host writes",
    arguments: [
      "Host", "host", "Authorization", "Content-Length", "Transfer-Encoding", "Connection",
      "Proxy-Authorization", "User-Agent", "X Y", "X:", "",
    ])
  func reserved(_ name: String) {
    #expect(RequestField.flaw(in: name) != nil || name == "Authorization")
    #expect(throws: DescriptionError.self) { try Shop.described(headerParameter: name) }
  }

  @Test("an ordinary field may be an argument")
  func ordinary() throws {
    _ = try Shop.described(headerParameter: "X-Workspace")
  }

  @Test("an answer may come packed, and its limit counts what it unpacks to")
  func packed() async throws {
    let packed = GzipZeros(runs: 4000)
    let header =
      "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: \(packed.bytes.count)\r\n\r\n"
    let server = try ScriptedServer { _ in .raw(header: header, body: packed.bytes) }
    let fixture = try LoopFixture()
    defer {
      server.stop()
      fixture.end()
    }
    let whole = 4000 * 258 + 1
    #expect(packed.bytes.count < whole / 100)
    #expect(try await fixture.get(server.url) { $0.responseLimit = whole }.body.count == whole)
    let error = await fixture.failure(server.url) { $0.responseLimit = whole - 1 }
    #expect(error?.kind == .tooLarge)
    #expect(server.requests.allSatisfy { $0.headers["accept-encoding"] == "gzip, deflate" })
  }

  @Test("a packed answer that is damaged is no answer")
  func damaged() async throws {
    var bytes = GzipZeros(runs: 4).bytes
    bytes[bytes.count - 6] ^= 1
    let header =
      "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: \(bytes.count)\r\n\r\n"
    let server = try ScriptedServer { [bytes] _ in .raw(header: header, body: bytes) }
    let fixture = try LoopFixture()
    defer {
      server.stop()
      fixture.end()
    }
    #expect(await fixture.failure(server.url)?.kind == .lost)
  }

  @Test("a server that speaks no TLS is not spoken to without it")
  func plaintext() async throws {
    let server = try ScriptedServer { _ in .answer(200) }
    let fixture = try LoopFixture()
    defer {
      server.stop()
      fixture.end()
    }
    let error = await fixture.failure("https://localhost:\(server.port)/")
    #expect(error?.kind == .security && error?.isUnsent == true)
    #expect(server.requests.isEmpty)
  }

  @Test("the program says its name and version")
  func userAgent() async throws {
    let fixture = try PipelineFixture { _ in .answer(200) }
    defer { fixture.end() }
    _ = try await fixture.call("things.list")
    let words = fixture.server.requests.first?.headers["user-agent"]?.split(separator: "/")
    #expect(
      words?.first == "prospect-run" && words?.last.map(String.init) == ProgramVersion.current)
  }
}
