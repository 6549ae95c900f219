import ScriptedServer
import Testing

@testable import ProspectAPI

@Suite("CurlTransport", .timeLimit(.minutes(1)))
struct CurlTransportTests {
  @Test("a request arrives as it is, and its answer comes back whole")
  func roundTrip() async throws {
    let server = try ScriptedServer { _ in
      .answer(201, headers: ["X-Request-Id": "  r1 "], body: "{\"ok\":true}")
    }
    let fixture = try LoopFixture()
    defer {
      server.stop()
      fixture.end()
    }
    let response = try await fixture.get(server.url + "/a/b?c=%20d") {
      $0.method = "POST"
      $0.headers = HeaderList([("Content-Type", "application/json"), ("X-One", "1")])
      $0.extraHeader = "Idempotency-Key: k1"
      $0.body = Array("{\"n\":1}".utf8)
    }
    #expect(response.status == 201 && response.body == Array("{\"ok\":true}".utf8))
    #expect(response.headers["x-request-id"] == "r1")
    let request = try #require(server.requests.first)
    #expect(request.method == "POST" && request.target == "/a/b?c=%20d")
    #expect(request.body == "{\"n\":1}")
    #expect(request.headers["idempotency-key"] == "k1" && request.headers["x-one"] == "1")
    #expect(request.headers["content-type"] == "application/json")
    #expect(request.headers["user-agent"] == "prospect-run tests")
    #expect(request.headers["expect"] == nil)
  }

  @Test("methods and bodies do not leak from one request into the next", arguments: [1, 2])
  func reuse(_ rounds: Int) async throws {
    let server = try ScriptedServer { _ in .answer(200) }
    let fixture = try LoopFixture()
    defer {
      server.stop()
      fixture.end()
    }
    for _ in 0..<rounds {
      for (method, body) in [
        ("POST", "{}"), ("GET", nil), ("DELETE", nil), ("PUT", "[]"), ("POST", nil),
      ] {
        _ = try await fixture.get(server.url) {
          $0.method = method
          $0.body = body.map { Array($0.utf8) }
          $0.extraHeader = method == "PUT" ? "X-Put: 1" : nil
        }
      }
    }
    let seen = server.requests.prefix(5)
    #expect(seen.map(\.method) == ["POST", "GET", "DELETE", "PUT", "POST"])
    #expect(seen.map(\.body) == ["{}", "", "", "[]", ""])
    #expect(seen.map { $0.headers["content-length"] } == ["2", nil, nil, "2", "0"])
    #expect(seen.map { $0.headers["x-put"] } == [nil, nil, nil, "1", nil])
    #expect(server.connections == 1)
  }

  @Test("requests share a connection, unless one asks for its own")
  func connections() async throws {
    let server = try ScriptedServer { _ in .answer(200) }
    let fixture = try LoopFixture()
    defer {
      server.stop()
      fixture.end()
    }
    for _ in 0..<5 { _ = try await fixture.get(server.url) }
    #expect(server.connections == 1)
    _ = try await fixture.get(server.url) { $0.needsFreshConnection = true }
    #expect(server.connections == 2)
  }

  @Test("many requests at once all get their own answer")
  func concurrency() async throws {
    let server = try ScriptedServer { .answer(200, body: "\"\($0.target)\"") }
    let fixture = try LoopFixture()
    defer {
      server.stop()
      fixture.end()
    }
    try await withThrowingTaskGroup { group in
      for number in 0..<100 {
        group.addTask {
          let response = try await fixture.get(server.url + "/\(number)")
          #expect(String(decoding: response.body, as: UTF8.self) == "\"/\(number)\"")
        }
      }
      try await group.waitForAll()
    }
  }

  @Test("a redirect is an answer like others")
  func redirects() async throws {
    let server = try ScriptedServer { request in
      request.target == "/" ? .answer(302, headers: ["Location": "/next"]) : .answer(200)
    }
    let fixture = try LoopFixture()
    defer {
      server.stop()
      fixture.end()
    }
    #expect(try await fixture.get(server.url).status == 302)
    #expect(server.requests.count == 1)
  }

  @Test("the header of an interim answer is forgotten")
  func interim() async throws {
    let server = try ScriptedServer { _ in
      .bytes(
        "HTTP/1.1 103 Early\r\nX-A: early\r\n\r\nHTTP/1.1 200 OK\r\nX-B: b\r\nContent-Length: 2\r\n\r\n{}"
      )
    }
    let fixture = try LoopFixture()
    defer {
      server.stop()
      fixture.end()
    }
    let response = try await fixture.get(server.url)
    #expect(response.headers["x-a"] == nil && response.headers["x-b"] == "b")
  }
}
