import Foundation
import Logging
import ProspectRuntime
import ScriptedServer
import Testing

/// What an operator learns of a run: the fields of log lines, and figures.
@Suite(.timeLimit(.minutes(1))) struct ObservingTests {
  private let lines = RecordedLines()
  private let figures = RecordedFigures()

  /// Runs a recipe that has `crm`, against a server that is busy once.
  private func run(_ recipe: String, key: String = "pb2b_live_key") async throws -> Run {
    let server = try ScriptedServer { request in
      let headers = ["X-Request-Id": "req-\(request.index)"]
      return request.index == 0
        ? .answer(503, headers: headers.merging(["Retry-After": "0"]) { $1 })
        : .answer(200, headers: headers, body: #"{"data":{"id":"l1"}}"#)
    }
    defer { server.stop() }
    let runtime = try Runtime(
      RuntimeConfiguration(
        environment: ["PROSPECTB2B_BASE_URL": server.url, "PROSPECTB2B_API_KEY": key],
        checksRights: false, isolation: .trusted, logger: lines.logger, metrics: figures))
    let run = try runtime.start(
      Recipe(source: "local crm = require 'prospectb2b'\n" + recipe, name: "test.lua"))
    let result = await run.result()
    await runtime.shutdown()
    #expect(result.failure == nil)
    #expect(result.summary.calls == 1 && result.summary.retries == 1)
    return run
  }

  @Test func `log lines tell run, step, operation, attempt, status, request, wait and why`()
    async throws
  {
    let run = try await run("crm.leads.upsert { email = 'ada@example.com' }")
    let operation = "prospectb2b.leads.upsert"
    let mine = lines.all.filter { $0.fields["operation"] == operation }
    let attempts = mine.filter { $0.fields["duration"] != nil }
    #expect(attempts.map { $0.fields["attempt"] } == ["1", "2"])
    #expect(attempts.map { $0.fields["status"] } == ["503", "200"])
    #expect(attempts.map { $0.fields["request_id"] } == ["req-0", "req-1"])
    #expect(attempts.allSatisfy { $0.level == .debug })
    let wait = try #require(mine.first { $0.level == .info })
    #expect(wait.message.contains("\(operation) is tried again in"))
    #expect(wait.fields["why"] == "status 503" && wait.fields["attempt"] == "1")
    #expect(wait.fields["status"] == "503" && wait.fields["request_id"] == "req-0")
    #expect(Double(wait.fields["wait"] ?? "") != nil)
    #expect(Set(mine.map { $0.fields["run"] }) == [run.id])
    #expect(Set(mine.map { $0.fields["step"] }).count == 1)
  }

  @Test func `figures count calls, attempts and bytes`() async throws {
    _ = try await run("crm.leads.upsert { email = 'ada@example.com' }")
    let place = "provider=prospectb2b,operation=prospectb2b.leads.upsert"
    let all = figures.all
    #expect(all["prospect_calls{\(place),outcome=succeeded}"] == 1)
    #expect(all["prospect_attempts{\(place),status=503}"] == 1)
    #expect(all["prospect_attempts{\(place),status=200}"] == 1)
    #expect(all["prospect_attempt_duration{\(place)}"] == 2)
    #expect(
      all["prospect_received_bytes{\(place)}"] == Int64(2 + #"{"data":{"id":"l1"}}"#.utf8.count))
    #expect(
      all["prospect_sent_bytes{\(place)}"] == Int64(2 * #"{"email":"ada@example.com"}"#.utf8.count))
  }

  @Test func `a call that failed is counted by its kind`() async throws {
    let runtime = try Runtime(
      RuntimeConfiguration(
        environment: [
          "PROSPECTB2B_BASE_URL": "http://127.0.0.1:\(try ScriptedServer.deadPort())"
        ], checksRights: false, isolation: .trusted, logger: lines.logger, metrics: figures))
    let result = try await runtime.run(
      Recipe(source: "require('prospectb2b').me()", name: "test.lua"))
    await runtime.shutdown()
    #expect(result.exitCode == 3)
    #expect(
      figures.all == [
        "prospect_calls{provider=prospectb2b,operation=prospectb2b.me,outcome=credential}": 1
      ])
  }
}
