import ScriptedServer
import Testing

@testable import ProspectAPI

@Suite("CallPipeline", .timeLimit(.minutes(1)))
struct CallPipelineTests {
  @Test("a call carries the credential, the key and the exact bytes of its arguments")
  func request() async throws {
    let fixture = try PipelineFixture { _ in
      .answer(200, headers: ["X-Request-Id": "r1"], body: "{\"data\":1}")
    }
    defer { fixture.end() }
    let response = try await fixture.call("leads.create", "{\"email\":\"a@b.example\"}")
    #expect(response.status == 200 && response.attempts == 1 && response.requestID == "r1")
    #expect(String(decoding: response.body, as: UTF8.self) == "{\"data\":1}")
    let request = try #require(fixture.server.requests.first)
    #expect(request.target == "/leads" && request.body == "{\"email\":\"a@b.example\"}")
    #expect(request.headers["authorization"] == "Bearer \(PipelineFixture.key)")
    #expect(request.headers["idempotency-key"] == "k1")
    #expect(request.headers["content-type"] == "application/json")
  }

  @Test("only a keyed operation carries a key")
  func noKeyForReads() async throws {
    let fixture = try PipelineFixture { _ in .answer(200) }
    defer { fixture.end() }
    _ = try await fixture.call("things.list")
    _ = try await fixture.call("leads.delete", "{\"id\":\"1\"}")
    #expect(fixture.server.requests.allSatisfy { $0.headers["idempotency-key"] == nil })
  }

  @Test("an answer without a body is null")
  func emptyBody() async throws {
    let fixture = try PipelineFixture { _ in .bytes("HTTP/1.1 204 No Content\r\n\r\n") }
    defer { fixture.end() }
    let response = try await fixture.call("things.list")
    #expect(response.status == 204 && response.body == Array("null".utf8))
  }

  @Test(
    "a passing failure is repeated with the same key and the same bytes",
    arguments: [408, 425, 429, 500, 502, 503, 504, 520, 524])
  func repetition(_ status: Int) async throws {
    let fixture = try PipelineFixture { $0.index < 2 ? .answer(status) : .answer(200) }
    defer { fixture.end() }
    let response = try await fixture.call("leads.create", "{\"email\":\"a\"}")
    #expect(response.attempts == 3)
    let requests = fixture.server.requests
    #expect(requests.count == 3)
    #expect(Set(requests.map { [$0.body, $0.headers["idempotency-key"] ?? ""] }).count == 1)
  }

  @Test(
    "a lost answer is fetched again, when that is safe",
    arguments: ["things.list", "leads.create", "leads.delete"])
  func lostAnswer(_ name: String) async throws {
    let fixture = try PipelineFixture { $0.index == 0 ? .drop : .answer(200) }
    defer { fixture.end() }
    let arguments = name == "leads.delete" ? "{\"id\":\"1\"}" : "{}"
    #expect(try await fixture.call(name, arguments).attempts == 2)
  }

  @Test(
    "a lost answer of what must not be repeated is an unknown outcome",
    arguments: ["exports.start", "keys.create"])
  func unknownOutcome(_ name: String) async throws {
    let fixture = try PipelineFixture { _ in .drop }
    defer { fixture.end() }
    let error = await fixture.failure(name)
    #expect(error?.kind == .unknownOutcome && error?.attempts == 1)
    #expect(fixture.server.requests.count == 1)
  }

  @Test("what must not be repeated goes over a connection of its own")
  func freshConnection() async throws {
    let fixture = try PipelineFixture { $0.index == 1 ? .drop : .answer(200) }
    defer { fixture.end() }
    _ = try await fixture.call("things.list")
    #expect(await fixture.failure("exports.start")?.kind == .unknownOutcome)
    #expect(fixture.server.requests.count == 2 && fixture.server.connections == 2)
  }

  @Test("a keyed operation without a key is sent once")
  func keyedWithoutKey() async throws {
    let fixture = try PipelineFixture { _ in .drop }
    defer { fixture.end() }
    let error = await fixture.failure("leads.create", key: nil)
    #expect(error?.kind == .unknownOutcome && fixture.server.requests.count == 1)
  }

  @Test(
    "what provably was not sent is repeated, whatever it does",
    arguments: ["things.list", "exports.start", "keys.create"])
  func unsent(_ name: String) async throws {
    let port = try ScriptedServer.deadPort()
    let fixture = try PipelineFixture(url: "http://127.0.0.1:\(port)") { _ in .drop }
    defer { fixture.end() }
    let error = await fixture.failure(name)
    #expect(error?.kind == .transport && error?.attempts == 5 && error?.isRetryable == true)
    #expect(error?.hint?.contains("base URL") == true)
  }

  @Test("a deletion whose answer was lost is done when the thing is gone")
  func repeatedDeletion() async throws {
    let fixture = try PipelineFixture { $0.index == 0 ? .drop : .answer(404) }
    defer { fixture.end() }
    let response = try await fixture.call("leads.delete", "{\"id\":\"1\"}")
    #expect(response.status == 404 && response.body == Array("null".utf8))
    #expect(await fixture.failure("leads.delete", "{\"id\":\"2\"}")?.status == 404)
  }

  @Test("an error with a good status is no success: what may be repeated is sent again")
  func hiddenErrors() async throws {
    let fixture = try PipelineFixture { request in
      request.index == 1
        ? .answer(200, body: "{\"data\":{\"detail\":\"fine\"}}")
        : .answer(200, body: "{\"error\":{\"code\":\"internal\",\"message\":\"out of luck\"}}")
    }
    defer { fixture.end() }
    #expect(try await fixture.call("notes.create").attempts == 2)
    let error = await fixture.failure("notes.create")
    #expect(error?.message.contains("out of luck") == true)
    // Nothing is documented of what this one answers.
    #expect(try await fixture.call("things.list").attempts == 1)
  }

  @Test("nothing in place of a documented answer is no success", arguments: ["", " null\n"])
  func emptyAnswers(_ nothing: String) async throws {
    let fixture = try PipelineFixture { request in
      .answer(200, body: request.index == 0 ? nothing : "{\"data\":{\"detail\":\"fine\"}}")
    }
    defer { fixture.end() }
    #expect(try await fixture.call("notes.create").attempts == 2)
  }

  @Test("a good answer that was cut off is fetched again, a page of HTML is not")
  func flawedAnswers() async throws {
    let fixture = try PipelineFixture { request in
      switch request.index {
      case 0: .answer(200, body: "{\"a\":[1,2")
      case 1: .answer(200, body: " {\"a\":[1,2]}\n")
      default: .answer(200, body: "<html>")
      }
    }
    defer { fixture.end() }
    #expect(try await fixture.call("things.list").attempts == 2)
    let error = await fixture.failure("things.list")
    #expect(
      error?.kind == .transport && error?.attempts == 1 && error?.message.contains("JSON") == true)
  }

  @Test("the observer hears of attempts and waits")
  func events() async throws {
    let fixture = try PipelineFixture { $0.index == 0 ? .answer(503) : .answer(200) }
    defer { fixture.end() }
    _ = try await fixture.call("things.list")
    let words = fixture.events.compactMap { event in
      switch event {
      case .attempted(let attempt): "\(attempt.number): \(attempt.status ?? 0)"
      case .waiting(_, let reason): "waits: \(reason)"
      default: nil
      }
    }
    #expect(words == ["1: 503", "waits: status 503", "2: 200"])
  }
}
