import ProspectRuntime
import ScriptedServer
import Testing

/// Requests of recipes to hosts that were granted.
@Suite(.timeLimit(.minutes(1))) struct HTTPTests {
  private static let token = ["RECIPE_TOKEN": "t0p-s3cr3t\n"]

  private func runtime(
    _ driver: Driver = .worker, hosts: [String], secrets: [String: String] = [:],
    environment: [String: String] = token, limits: Limits = Limits(), providers: String? = nil
  ) throws -> TestRuntime {
    try TestRuntime(
      driver, limits: limits, environment: environment, providers: providers
    ) {
      $0.httpHosts = hosts
      $0.httpSecrets = secrets
    }
  }

  @Test(arguments: Driver.allCases)
  func `a request goes out as it was said, and its answer comes back`(_ driver: Driver) async throws
  {
    let server = try ScriptedServer { _ in
      .answer(201, headers: ["X-Answer": "yes", "Set-Cookie": "a=b"], body: #"{"n":[1,2]}"#)
    }
    defer { server.stop() }
    let test = try runtime(driver, hosts: [server.url])
    let result = try await test.run(
      """
      local answer = http.request {
        url = arg[1] .. "/hooks?x=1#top", query = { q = { "a b", "c&d" }, n = 7 },
        headers = { ["X-One"] = 1, ["X-Empty"] = "" }, json = { name = "Ada" },
      }
      print(answer.status, answer.ok, answer.headers["X-Answer"], answer.headers["set-cookie"])
      print(answer.body, answer:json().n[2])
      """, arguments: [server.url])
    #expect(result.failure == nil)
    #expect(test.printed == "201\ttrue\tyes\tnil\n{\"n\":[1,2]}\t2\n")
    let request = try #require(server.requests.first)
    #expect(request.method == "POST" && request.target == "/hooks?x=1&n=7&q=a%20b&q=c%26d")
    #expect(request.body == #"{"name":"Ada"}"#)
    #expect(
      request.headers["content-type"] == "application/json" && request.headers["accept"] == "*/*")
    #expect(request.headers["x-one"] == "1" && request.headers["x-empty"] == "")
    #expect(request.headers["user-agent"]?.hasPrefix("prospect-run/") == true)
    #expect(result.summary.calls == 1 && result.summary.attempts == 1)
  }

  @Test func `every status is an answer, and so is any body`() async throws {
    let server = try ScriptedServer { request in
      switch request.target {
      case "/404": .answer(404, body: "<h1>no</h1>")
      case "/401": .answer(401, body: "")
      case "/500": .answer(500, body: "\u{0}x")
      default: .answer(200, body: "plain {")
      }
    }
    defer { server.stop() }
    let test = try runtime(hosts: [server.url])
    let result = try await test.run(
      """
      for _, path in ipairs { "/404", "/401", "/200" } do
        local answer = http.request { url = arg[1] .. path }
        print(answer.status, answer.ok, answer.body)
      end
      print(http.request { url = arg[1] .. "/500", method = "post", body = "x" }.body == "\\0x")
      local ok, err = pcall(function() return http.request { url = arg[1] }:json() end)
      print(ok, err.kind, err.status)
      """, arguments: [server.url])
    #expect(result.failure == nil)
    #expect(
      test.printed
        == "404\tfalse\t<h1>no</h1>\n401\tfalse\t\n200\ttrue\tplain {\ntrue\nfalse\tprovider\t200\n"
    )
    let post = try #require(server.requests.first { $0.method == "POST" })
    #expect(post.headers["content-type"] == nil && post.headers["content-length"] == "1")
  }

  @Test(arguments: [
    "http://localhost:1", "https://hooks.example.com", "https://hooks.example.com:8443",
    "http://127.0.0.1:1", "https://10.0.0.1", "https://other.example/granted.example",
  ])
  func `what is not granted is refused, and nothing is sent`(_ url: String) async throws {
    let server = try ScriptedServer { _ in .answer(200) }
    defer { server.stop() }
    let test = try runtime(hosts: [server.url, "granted.example"])
    let result = try await test.run("http.request { url = arg[1] }", arguments: [url])
    #expect(result.failure?.kind == .grant && result.exitCode == 5)
    #expect(result.failure?.hint?.contains("--allow-host") == true)
    #expect(result.failure?.line == 1 && server.requests.isEmpty)
  }

  @Test(arguments: [
    ("{ url = 'https://user@granted.example/' }", "is no URL"),
    ("{ url = 'https://granted.example/a b' }", "is no URL"),
    ("{ url = 'https://granted.example\\\\@evil.example/' }", "is no URL"),
    ("{ url = 'https://granted.example%2f@evil.example/' }", "is no URL"),
    ("{ url = '//granted.example/' }", "is no URL"),
    ("{ url = 'https://granted.example/\\r\\nX: y' }", "is no URL"),
    ("{ url = 'https://granted.example', headers = { ['X'] = 'a\\r\\nY: b' } }", "line break"),
    (
      "{ url = 'https://granted.example', headers = { ['X Y'] = 'a' } }",
      "no name of a header field"
    ),
    (
      "{ url = 'https://granted.example', headers = { Host = 'evil.example' } }",
      "only the host sets"
    ),
    (
      "{ url = 'https://granted.example', headers = { ['Content-Length'] = 1 } }",
      "only the host sets"
    ),
    ("{ url = 'https://granted.example', method = 'CONNECT' }", "must be GET, POST"),
  ])
  func `what could be read in two ways is refused`(_ options: String, _ message: String)
    async throws
  {
    let test = try runtime(hosts: ["granted.example"])
    let result = try await test.run("http.request \(options)")
    #expect(result.failure?.kind == .argument)
    #expect(result.failure?.message.contains(message) == true, "\(result)")
  }

  @Test(arguments: Driver.allCases)
  func `a secret stands in headers to its host, and is seen nowhere`(_ driver: Driver) async throws
  {
    let server = try ScriptedServer { request in
      let seen = request.headers["authorization"] ?? ""
      return .answer(200, headers: ["X-Echo": seen], body: "you said \(seen)")
    }
    let other = try ScriptedServer { _ in .answer(200) }
    defer {
      server.stop()
      other.stop()
    }
    let test = try runtime(
      driver, hosts: [server.url, other.url], secrets: ["RECIPE_TOKEN": server.url])
    let result = try await test.run(
      """
      local token = http.secret "RECIPE_TOKEN"
      print(token)
      local answer = http.request { url = arg[1], headers = { Authorization = { "Bearer ", token } } }
      print(answer.body, answer.headers["x-echo"])
      local ok, err = pcall(http.request, { url = arg[2], headers = { Authorization = token } })
      print(ok, err.kind, err.message)
      print(select(2, pcall(http.request, { url = arg[1], json = { token } })))
      print(select(2, pcall(http.secret, "RECIPE_OTHER")).kind, select(2, pcall(http.secret, "PATH")).kind)
      """, arguments: [server.url, other.url])
    #expect(result.failure == nil)
    #expect(server.requests.map { $0.headers["authorization"] } == ["Bearer t0p-s3cr3t"])
    #expect(other.requests.isEmpty)
    #expect(
      test.printed.hasPrefix("<secret RECIPE_TOKEN>\nyou said Bearer environment:RECIPE_TOKEN\t"))
    #expect(
      test.printed.contains("false\tgrant\ta secret of \(server.url) is not sent to \(other.url)"))
    #expect(test.printed.contains("is a secret") && test.printed.hasSuffix("grant\tgrant\n"))
    #expect(!"\(test.events)".contains("s3cr3t"))
  }

  @Test func `a provider's secret is not sent to a granted host, nor is its key`() async throws {
    let provider = try ScriptedServer { _ in
      .answer(200, body: #"{"data":{"secret":"whsec_12345678"}}"#)
    }
    let host = try ScriptedServer { _ in .answer(200) }
    defer {
      provider.stop()
      host.stop()
    }
    let environment = Acme.key.merging(["ACME_BASE_URL": provider.url]) { $1 }
    let test = try runtime(
      hosts: [host.url, provider.url], environment: environment, providers: Acme.description)
    let result = try await test.run(
      """
      local hook = require "acme".hooks.create()
      print(select(2, pcall(http.request, { url = arg[1], headers = { X = hook.secret } })).kind)
      print(http.request({ url = arg[2], headers = { X = hook.secret } }).status)
      """, arguments: [host.url, provider.url])
    #expect(result.failure == nil && test.printed == "grant\n200\n")
    #expect(host.requests.isEmpty)
    #expect(provider.requests.map { $0.headers["authorization"] } == ["Bearer acme-key", nil])
    #expect(provider.requests.last?.headers["x"] == "whsec_12345678")
  }

  @Test(arguments: [
    ("GET", "", 2), ("PUT", "", 2), ("DELETE", "", 2), ("POST", "", 1), ("PATCH", "", 1),
    ("POST", "k1", 2), ("PATCH", "k1", 2),
  ])
  func `what may be repeated is repeated, and nothing else`(
    _ method: String, _ key: String, _ sent: Int
  ) async throws {
    let server = try ScriptedServer { request in
      request.index == 0
        ? .answer(503, headers: ["Retry-After": "0"], body: "later") : .answer(200, body: "ok")
    }
    defer { server.stop() }
    let test = try runtime(hosts: [server.url])
    let result = try await test.run(
      """
      local headers = { ["Idempotency-Key"] = arg[3] ~= "" and arg[3] or nil }
      print(http.request({ url = arg[1], method = arg[2], headers = headers }).body)
      """, arguments: [server.url, method, key])
    #expect(result.failure == nil && test.printed == (sent == 1 ? "later\n" : "ok\n"))
    #expect(server.requests.map(\.method) == Array(repeating: method, count: sent))
    #expect(
      server.requests.allSatisfy { $0.headers["idempotency-key"] == (key.isEmpty ? nil : key) })
  }

  @Test func `a lost answer to what must not be repeated is an unknown outcome`() async throws {
    let server = try ScriptedServer { _ in .drop }
    defer { server.stop() }
    let test = try runtime(hosts: [server.url])
    let result = try await test.run(
      "http.request { url = arg[1], json = {} }", arguments: [server.url])
    #expect(result.failure?.kind == .unknownOutcome && result.exitCode == 7)
    #expect(server.requests.count == 1)
  }

  @Test func `a request has its own deadline, and the run's limit of calls`() async throws {
    let server = try ScriptedServer { request in request.target == "/" ? .stall() : .answer(200) }
    defer { server.stop() }
    let test = try runtime(hosts: [server.url], limits: Limits(requests: 2))
    let result = try await test.run(
      """
      print(select(2, pcall(http.request, { url = arg[1], timeout = 0.05 })).kind)
      print(http.request({ url = arg[1] .. "/x" }).status)
      http.request { url = arg[1] .. "/x" }
      """, arguments: [server.url])
    #expect(test.printed == "timeout\n200\n" && result.failure?.kind == .limit)
  }

  @Test func `a redirect leads to no other origin, and takes no secret along`() async throws {
    let other = try ScriptedServer { _ in .answer(200) }
    let server = try ScriptedServer { request in
      request.target == "/a"
        ? .answer(302, headers: ["Location": "/b"])
        : .answer(302, headers: ["Location": other.url + "/c"])
    }
    defer {
      other.stop()
      server.stop()
    }
    let test = try runtime(
      hosts: [server.url, other.url], secrets: ["RECIPE_TOKEN": server.url])
    let result = try await test.run(
      """
      local token = http.secret "RECIPE_TOKEN"
      print(http.request({ url = arg[1] .. "/a", headers = { Authorization = token } }).status)
      print(http.request({ url = arg[1] .. "/a", method = "DELETE" }).status)
      """, arguments: [server.url])
    #expect(result.failure == nil && test.printed == "302\n302\n")
    #expect(server.requests.map(\.target) == ["/a", "/b", "/a"] && other.connections == 0)
  }

  @Test func `an answer too large for a recipe is an error`() async throws {
    let body = String(repeating: "x", count: 16 << 20 + 1)
    let server = try ScriptedServer { _ in .answer(200, body: body) }
    defer { server.stop() }
    let test = try runtime(hosts: [server.url])
    let result = try await test.run("http.request { url = arg[1] }", arguments: [server.url])
    #expect(result.failure?.kind == .limit)
  }

  @Test(
    arguments: [
      (["example.com/path"], [:], "is no host"), (["http://example.com"], [:], "https"),
      ([""], [:], "is no host"), (["user@example.com"], [:], "is no host"),
      (["a.example"], ["RECIPE_X": "b.example"], "which `http` does not grant"),
      (["a.example"], ["PROSPECTB2B_API_KEY": "a.example"], "must begin with RECIPE_"),
      (["a.example"], ["AWS_SECRET_ACCESS_KEY": "a.example"], "must begin with RECIPE_"),
    ] as [([String], [String: String], String)])
  func `a grant that makes no sense is refused before any recipe runs`(
    _ hosts: [String], _ secrets: [String: String], _ message: String
  ) throws {
    let error = #expect(throws: RuntimeError.self) { try runtime(hosts: hosts, secrets: secrets) }
    #expect(error?.code == .configuration && error?.message.contains(message) == true)
  }

  @Test func `a secret that is not set says so`() async throws {
    let test = try runtime(
      hosts: ["a.example"], secrets: ["RECIPE_TOKEN": "a.example"], environment: [:])
    let result = try await test.run("http.secret 'RECIPE_TOKEN'")
    #expect(result.failure?.kind == .credential && result.exitCode == 3)
  }
}
