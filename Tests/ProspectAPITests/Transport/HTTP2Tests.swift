import Foundation
import Testing

@testable import ProspectAPI

/// A server that speaks nothing else: what arrives came by HTTP/2 (RFC 9113).
@Suite("HTTP/2", .timeLimit(.minutes(1)))
struct HTTP2Tests {
  @Test("many calls at once are answered, each with its own answer")
  func calls() async throws {
    let names = (1...24).map { "n\($0)" }
    let server = try HTTP2Server(
      Dictionary(uniqueKeysWithValues: names.map { ($0, Data($0.utf8)) }))
    let fixture = try LoopFixture(certificates: server.identity.certificate)
    defer { fixture.end() }
    let origin = "https://localhost:\(server.port)"
    let answers = try await withThrowingTaskGroup(of: (String, String).self) { group in
      for name in names {
        group.addTask {
          let answer = try await fixture.get("\(origin)/\(name)")
          return (name, String(decoding: answer.body, as: UTF8.self))
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(answers.count == names.count && answers.allSatisfy { $0.0 == $0.1 })
    #expect(try await fixture.get("\(origin)/none").status == 404)
  }

  @Test("a request takes its body along")
  func body() async throws {
    let server = try HTTP2Server([:])
    let fixture = try LoopFixture(certificates: server.identity.certificate)
    defer { fixture.end() }
    let sent = Array(String(repeating: "grüße ", count: 40_000).utf8)
    let answer = try await fixture.get("https://localhost:\(server.port)/") {
      $0.method = "POST"
      $0.body = sent
    }
    #expect(answer.status == 200 && answer.body == sent)
  }

  @Test("a download arrives whole, and one that is cancelled leaves the others alone")
  func download() async throws {
    let content = Data((0..<400_000).map { "\($0)\n" }.joined().utf8)
    let server = try HTTP2Server(["file": content])
    let fixture = try LoopFixture(certificates: server.identity.certificate)
    let target = try ScratchFile()
    defer { fixture.end() }
    let url = "https://localhost:\(server.port)/file"
    var request = TransportRequest(method: "GET", url: url, headers: HeaderList([]))
    request.allowsLoopback = true
    let cancelled = Task { await fixture.failure(url) }
    cancelled.cancel()
    let answer = try await fixture.transport.download(request, to: DownloadFile(target.descriptor))
    #expect(answer.status == 200 && target.text == String(decoding: content, as: UTF8.self))
    #expect(await cancelled.value?.kind == .cancelled)
  }
}
