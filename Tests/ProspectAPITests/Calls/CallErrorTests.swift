import ScriptedServer
import Testing

@testable import ProspectAPI

@Suite("Errors of calls", .timeLimit(.minutes(1)))
struct CallErrorTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let status: Int
    let body: String
    var name = "leads.create"
    let kind: CallError.Kind
    var code: String?
    let message: String
    var hint: String?
    var testDescription: String { "\(status) \(body.prefix(60))" }
  }

  static let cases: [Case] = [
    Case(
      status: 400,
      body: #"{"error":{"code":"invalid_cursor","message":"stale"},"request_id":"r9"}"#,
      kind: .provider, code: "invalid_cursor", message: "stale"),
    Case(
      status: 401, body: "{}", kind: .credential, message: "the credential was refused",
      hint: "SHOP_API_KEY"),
    Case(
      status: 403, body: "{}", kind: .scope, message: "the request is not allowed",
      hint: "leads.write"),
    Case(
      status: 403, body: #"{"detail":"no","details":{"required_scopes":["a:read","b:read"]}}"#,
      kind: .scope,
      message: "no", hint: "a:read, b:read"),
    Case(
      status: 403, body: #"{"error":{"code":"read_only","message":"no"}}"#, kind: .scope,
      code: "read_only",
      message: "no", hint: "may only read"),
    Case(
      status: 403, body: "<html>", kind: .provider, message: "the request is not allowed",
      hint: "guard"),
    Case(
      status: 403,
      body:
        #"{"detail":"poor","validation_code":"insufficient_credits","required_credits":9,"available_credits":2}"#,
      name: "exports.start", kind: .credits, code: "insufficient_credits", message: "poor",
      hint: "9 credits and the account has 2"),
    Case(status: 404, body: #"{"detail":"Not found."}"#, kind: .provider, message: "Not found."),
    Case(
      status: 409, body: #"{"error":{"code":"idempotency_conflict","message":"reused"}}"#,
      kind: .provider,
      code: "idempotency_conflict", message: "reused", hint: "another body"),
    Case(
      status: 422, body: #"{"detail":[{"loc":["body","email"],"msg":"not an email","type":"x"}]}"#,
      kind: .provider, message: "body.email: not an email"),
    Case(
      status: 422, body: #"{"email":["Enter a valid one."]}"#, kind: .provider,
      message: "email: Enter a valid one."),
    Case(status: 302, body: "", kind: .provider, message: "only within the origin"),
    Case(status: 501, body: "", kind: .provider, message: "the server failed", hint: "has trouble"),
    Case(
      status: 500, body: "{}", name: "exports.start", kind: .unknownOutcome,
      message: "the server failed", hint: "may have happened"),
    Case(
      status: 504, body: "{}", name: "keys.create", kind: .unknownOutcome,
      message: "the server failed"),
    Case(
      status: 503, body: "{}", name: "exports.start", kind: .provider, message: "the server failed"),
    Case(
      status: 429, body: "{}", name: "exports.start", kind: .provider, message: "too many requests",
      hint: "concurrency"),
  ]

  @Test(
    "an error answer becomes one error with its kind, code, sentence and hint, at the first attempt",
    arguments: cases)
  func answers(_ expected: Case) async throws {
    let fixture = try PipelineFixture { _ in .answer(expected.status, body: expected.body) }
    defer { fixture.end() }
    let error = try #require(await fixture.failure(expected.name))
    #expect(error.kind == expected.kind && error.status == expected.status)
    #expect(error.code == expected.code && error.attempts == 1)
    #expect(error.message.contains(expected.message))
    if let hint = expected.hint { #expect(error.hint?.contains(hint) == true) }
    #expect(error.provider == "shop" && error.operation == expected.name)
  }

  @Test("the request id comes from the header, else from the body")
  func requestID() async throws {
    let fixture = try PipelineFixture { request in
      .answer(
        400, headers: request.index == 0 ? ["x-request-id": "head"] : [:],
        body: "{\"request_id\":\"body\"}")
    }
    defer { fixture.end() }
    #expect(await fixture.failure("things.list")?.requestID == "head")
    #expect(await fixture.failure("things.list")?.requestID == "body")
  }

  @Test("an earlier attempt that is still under way is waited for")
  func inProgress() async throws {
    let fixture = try PipelineFixture {
      $0.index < 3
        ? .answer(409, body: #"{"error":{"code":"idempotency_in_progress"}}"#) : .answer(200)
    }
    defer { fixture.end() }
    #expect(try await fixture.call("leads.create").attempts == 4)
  }

  @Test("a credential that the server sends back does not appear in the error")
  func redaction() async throws {
    let fixture = try PipelineFixture { request in
      let sent = request.headers["authorization"] ?? ""
      return .answer(400, body: #"{"error":{"message":"bad \#(sent)!","code":"c_\#(sent)"}}"#)
    }
    defer { fixture.end() }
    let error = try #require(await fixture.failure("things.list"))
    #expect(error.message == "bad Bearer •••!")
    #expect(
      !"\(error)\(String(decoding: error.json(), as: UTF8.self))".contains(PipelineFixture.key))
  }

  @Test("without a credential nothing is sent")
  func missingCredential() async throws {
    let fixture = try PipelineFixture(environment: [:]) { _ in .answer(200) }
    defer { fixture.end() }
    let error = await fixture.failure("things.list")
    #expect(error?.kind == .credential && error?.operation == "things.list" && error?.attempts == 0)
    #expect(fixture.server.connections == 0)
  }

  @Test("the error object of the port names what is known and leaves out the rest")
  func json() {
    let full = CallError(
      kind: .unknownOutcome, message: "m", provider: "p", operation: "o.x", status: 500, code: "c",
      requestID: "r", attempts: 2, isRetryable: true, hint: "h", retryAfter: .seconds(7))
    #expect(
      String(decoding: full.json(), as: UTF8.self)
        == #"{"kind":"unknown_outcome","message":"m","provider":"p","operation":"o.x","code":"c","request_id":"r","#
        + #""hint":"h","status":500,"attempts":2,"retryable":true,"retry_after":7}"#)
    let bare = CallError(kind: .usage, message: "m")
    #expect(
      String(decoding: bare.json(), as: UTF8.self)
        == #"{"kind":"usage","message":"m","retryable":false}"#)
    #expect(full.description == "p o.x: m (status 500, code c, request_id r)")
  }
}
