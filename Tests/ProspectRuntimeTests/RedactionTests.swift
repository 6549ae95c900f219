import Foundation
import ProspectRuntime
import ScriptedServer
import Testing

/// What a host gets to see of the secrets that pass through its runtime.
@Suite(.timeLimit(.minutes(1))) struct RedactionTests {
  private static let key = "acme-key/7f+8e9d0c"

  private func runtime(
    _ driver: Driver, _ script: @escaping @Sendable (ScriptedServer.Request) -> ScriptedServer.Reply
  ) throws -> (TestRuntime, ScriptedServer) {
    let server = try ScriptedServer(script)
    return (
      try Acme.runtime(driver, server, environment: ["ACME_API_KEY": Self.key]), server
    )
  }

  @Test(arguments: Driver.allCases)
  func `a recipe does not get a credential that comes back, so it cannot take it apart`(
    _ driver: Driver
  ) async throws {
    let (test, server) = try runtime(driver) { request in
      let sent = request.headers["authorization"] ?? ""
      return .answer(
        200, headers: ["X-Echo": sent],
        body: #"{"plain":"\#(sent)","code":"\#(SecretWriting.base64(sent))","credits":3}"#)
    }
    defer { server.stop() }
    let result = try await test.run(
      """
      local account = require "acme".account.read()
      print(account.plain, account.credits, meta(account).headers["x-echo"])
      for text in (inspect(account) .. inspect(meta(account))):gmatch "." do log.info(text) end
      print((inspect(account) .. inspect(meta(account))):reverse())
      """)
    #expect(result.failure == nil)
    #expect(test.printed.hasPrefix("Bearer •••\t3\tBearer •••\n"))
    let told = test.printed + String(test.printed.reversed())
    for trace in SecretWriting.traces(of: Self.key) { #expect(!told.contains(trace)) }
  }

  @Test(arguments: [10, 300_000])
  func `texts of any size go in and out without it`(_ padding: Int) async throws {
    let (test, server) = try runtime(.worker) { _ in
      let text = String(repeating: "x", count: padding)
      return .answer(200, body: #"{"note":"\#(text)\#(Self.key)\#(text)","credits":3}"#)
    }
    defer { server.stop() }
    let result = try await test.run(
      """
      local note = require("acme").account.read().note
      print(#note, (note:find("•••", 1, true)))
      local text = ("y"):rep(\(padding))
      files.write("out.txt", text .. ... .. text)
      """, arguments: [Self.key])
    #expect(result.failure == nil)
    #expect(test.printed == "\(2 * padding + 9)\t\(padding + 1)\n")
    let written = try test.folder.read("out/out.txt")
    let pad = String(repeating: "y", count: padding)
    #expect(written == "\(pad)•••\(pad)")
  }

  @Test(arguments: Driver.allCases)
  func `output in pieces, log lines, progress and failures hold no secret`(_ driver: Driver)
    async throws
  {
    let (test, server) = try runtime(driver) { _ in .answer(200) }
    defer { server.stop() }
    // As an argument a recipe may get it after all.
    let run = try test.start(
      """
      local key = ...
      print(key:sub(1, 9)) print(key)
      log.warn(key, { [key] = { key } })
      local function inner() error({ message = key, code = key, hint = key, request_id = key }) end
      inner()
      """, arguments: [Self.key])
    let result = await run.result()
    let failure = try #require(result.failure)
    #expect(failure.code == "•••" && failure.hint == "•••" && failure.requestID == "•••")
    #expect(!"\(failure) \(failure.traceback) \(test.events)".contains(Self.key))
    #expect(test.printed == "acme-key/\n•••\n")
  }

  @Test func `a secret that the run is shown is covered from then on, in every form`() async throws
  {
    let secret = "whsec_9f/8e+7d6c5b"
    let (test, server) = try runtime(.worker) { request in
      request.target == "/hooks"
        ? .answer(200, body: #"{"data":{"id":"h1","secret":"\#(secret)"}}"#)
        : .answer(
          200,
          body: #"{"a":"\#(SecretWriting.hex(secret))","b":"\#(SecretWriting.percent(secret))"}"#)
    }
    defer { server.stop() }
    let result = try await test.run(
      """
      local acme = require "acme"
      local before = acme.account.read()
      local hook = acme.hooks.create()
      local after = acme.account.read()
      print(before.a, after.a, after.b, hook.secret)
      """)
    #expect(result.failure == nil)
    #expect(test.printed == "•••\t•••\t•••\t<secret acme.hooks.create secret>\n")
  }

  @Test func `files that recipes write hold no credential`() async throws {
    let (test, server) = try runtime(.worker) { _ in .answer(200) }
    defer { server.stop() }
    let result = try await test.run(
      "files.write('a.txt', 'x=' .. (...)) print(files.read 'a.txt')", arguments: [Self.key])
    #expect(result.failure == nil && test.printed == "x=•••\n")
  }

  @Test func `tokens of a login are covered as soon as they are there`() async throws {
    let server = try ScriptedServer { request in
      request.target == "/login"
        ? .answer(200, body: #"{"access":"access-token-1","refresh":"refresh-token-1"}"#)
        : .answer(200, body: #"{"credits":1,"sent":"\#(request.headers["authorization"] ?? "")"}"#)
    }
    defer { server.stop() }
    let test = try Acme.runtime(.worker, server, environment: Acme.login)
    let result = try await test.run(
      """
      print(require "acme".account.read().sent)
      print("refresh-token-1", "access-token-1", "pa55word")
      """)
    #expect(result.failure == nil)
    #expect(test.printed == "Bearer •••\n•••\t•••\t•••\n")
  }
}
