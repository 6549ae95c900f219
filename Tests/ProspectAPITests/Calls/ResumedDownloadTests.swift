import ScriptedServer
import Testing

@testable import ProspectAPI

@Suite("Downloads that are cut off", .timeLimit(.minutes(1)))
struct ResumedDownloadTests {
  typealias Script = @Sendable (ScriptedServer.Request) -> ScriptedServer.Reply

  static let head = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\nETag: \"v1\"\r\n\r\n"

  static func part(_ range: String, _ body: String, tag: String = "\"v1\"") -> ScriptedServer.Reply
  {
    .answer(206, headers: ["Content-Range": "bytes \(range)", "ETag": tag], body: body)
  }

  private func download(
    _ script: @escaping Script
  ) async throws -> (text: String, requests: [ScriptedServer.Request], error: CallError?) {
    let fixture = try PipelineFixture(script: script)
    defer { fixture.end() }
    let target = try ScratchFile()
    var error: CallError?
    do throws(CallError) {
      _ = try await fixture.pipeline.download(
        fixture.server.url + "/f?signature=s3cr3t", for: fixture.provider, to: target.descriptor)
    } catch let failure {
      error = failure
    }
    return (target.text, fixture.server.requests, error)
  }

  @Test("the rest is fetched where the first attempt ended")
  func resumed() async throws {
    let (text, requests, error) = try await download { request in
      request.index == 0 ? .bytes(Self.head + "01234") : Self.part("5-9/10", "56789")
    }
    #expect(error == nil && text == "0123456789")
    #expect(requests.map { $0.headers["range"] } == [nil, "bytes=5-"])
    #expect(requests.last?.headers["if-range"] == "\"v1\"")
    #expect(requests.allSatisfy { $0.headers["accept-encoding"] == "identity" })
    #expect(requests.allSatisfy { $0.headers["authorization"] == nil })
  }

  @Test(
    "the file begins anew when the server ignores the range, has another file, or sends another part",
    arguments: [
      .answer(200, headers: ["ETag": "\"v1\""], body: "abcdefghij"),
      .answer(200, headers: ["ETag": "\"v2\""], body: "abcdefghij"),
      part("5-9/10", "XXXXX", tag: "\"v2\""), part("0-9/10", "XXXXXXXXXX"), part("6-9/10", "XXXX"),
      .answer(206, body: "XXXXX"), .answer(416, headers: ["Content-Range": "bytes */3"], body: "X"),
    ] as [ScriptedServer.Reply])
  func anew(_ second: ScriptedServer.Reply) async throws {
    let (text, requests, error) = try await download { request in
      switch request.index {
      case 0: .bytes(Self.head + "01234")
      case 1: second
      default: .answer(200, body: "abcdefghij")
      }
    }
    #expect(error == nil && text == "abcdefghij")
    #expect(requests.count <= 3)
    if requests.count == 3 { #expect(requests.last?.headers["range"] == nil) }
  }

  @Test("a server that sends small parts is asked until all have come")
  func smallParts() async throws {
    let (text, requests, error) = try await download { request in
      switch request.index {
      case 0: .bytes(Self.head + "0123")
      case 1: Self.part("4-6/10", "456")
      default: Self.part("7-9/10", "789")
      }
    }
    #expect(error == nil && text == "0123456789")
    #expect(requests.map { $0.headers["range"] } == [nil, "bytes=4-", "bytes=7-"])
  }

  @Test("without a tag or a date nothing is resumed")
  func noTag() async throws {
    let (text, requests, error) = try await download { request in
      request.index == 0
        ? .bytes("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n01234")
        : .answer(200, body: "abcdefghi")
    }
    #expect(error == nil && text == "abcdefghi")
    #expect(requests.allSatisfy { $0.headers["range"] == nil })
  }

  @Test("a server that never has the range it announces is given up")
  func never() async throws {
    let (_, requests, error) = try await download { _ in .answer(416) }
    #expect(error?.status == 416 && requests.count == 5)
  }

  @Test("a file that came packed although nobody asked for that is unpacked, and not resumed")
  func packed() async throws {
    let packed = GzipZeros(runs: 10).bytes
    let header = """
      HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nETag: "v1"\r\nContent-Length: \(packed.count)\r\n\r\n
      """
    let (text, requests, error) = try await download { request in
      .raw(header: header, body: request.index == 0 ? Array(packed.dropLast(9)) : packed)
    }
    #expect(error == nil && text.utf8.count == 2581)
    #expect(requests.map { $0.headers["range"] } == [nil, nil])
  }

  @Test("a good answer that is no file is an error", arguments: [202, 204])
  func noFile(_ status: Int) async throws {
    let (_, _, error) = try await download { _ in .answer(status, body: "") }
    #expect(error?.status == status && error?.code == nil)
  }

  @Test(
    "what may be an expired link says so, without the link", arguments: [400, 401, 403, 404, 410])
  func expired(_ status: Int) async throws {
    let (_, requests, error) = try await download { _ in .answer(status, body: "s3cr3t") }
    #expect(error?.code == CallError.linkExpired && requests.count == 1)
    #expect(error.map { !String(decoding: $0.json(), as: UTF8.self).contains("s3cr3t") } == true)
  }

  @Test("a link is redirected within its origin only")
  func redirected() async throws {
    let other = try ScriptedServer { _ in .answer(200, body: "stolen") }
    defer { other.stop() }
    let elsewhere = try await download { _ in .answer(302, headers: ["Location": other.url + "/f"])
    }
    #expect(elsewhere.error?.status == 302 && other.connections == 0)
    let within = try await download { request in
      request.target == "/g"
        ? .answer(200, body: "rows") : .answer(302, headers: ["Location": "/g"])
    }
    #expect(within.error == nil && within.text == "rows")
  }
}
