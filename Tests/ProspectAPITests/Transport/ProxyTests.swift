import ScriptedServer
import Testing

@testable import ProspectAPI

@Suite("Proxies of the environment", .timeLimit(.minutes(1)))
struct ProxyTests {
  func proxy(_ environment: [String: String], _ url: String) throws -> Proxy? {
    try ProxySettings(environment: environment).proxy(for: try #require(Origin(url: url)))
  }

  @Test(
    "the scheme of the request says which variable counts",
    arguments: [
      (["http_proxy": "p:1"], "http://a.example", "http://p:1"),
      (["http_proxy": "p:1"], "https://a.example", nil),
      (["https_proxy": "p:1"], "https://a.example", "http://p:1"),
      (["HTTPS_PROXY": "p:1"], "https://a.example", "http://p:1"),
      (["https_proxy": "p:1", "HTTPS_PROXY": "q:1"], "https://a.example", "http://p:1"),
      (["https_proxy": "", "all_proxy": "p:1"], "https://a.example", "http://p:1"),
      (["ALL_PROXY": "socks5h://p:1/"], "http://a.example", "socks5h://p:1"),
      // What a client of a web server can set (httpoxy).
      (["HTTP_PROXY": "evil:1"], "http://a.example", nil),
      ([:], "https://a.example", nil),
    ] as [([String: String], String, String?)])
  func variables(_ environment: [String: String], _ url: String, _ wanted: String?) throws {
    #expect(try proxy(environment, url)?.url == wanted)
  }

  @Test(
    "no_proxy names hosts, domains, ports, addresses and blocks of them",
    arguments: [
      ("a.example", "https://a.example", true), ("a.example", "https://b.a.example", true),
      (".a.example", "https://a.example", true), ("a.example", "https://ba.example", false),
      ("A.Example", "https://a.example", true), ("a.example.", "https://a.example", true),
      ("a.example", "https://a.example.", true), ("x, a.example", "https://a.example", true),
      ("a.example:8443", "https://a.example", false),
      ("a.example:8443", "https://a.example:8443", true), ("*", "https://a.example", true),
      ("10.0.0.0/8", "https://10.9.9.9", true), ("10.0.0.0/8", "https://11.0.0.1", false),
      ("10.0.0.1", "https://10.0.0.1", true), ("10.0.0.0/33", "https://10.0.0.1", false),
      ("0.0.1", "https://10.0.0.1", false), ("fd00::/8", "https://[fd00::1]", true),
      ("[fd00::1]", "https://[fd00::1]", true), ("", "https://a.example", false),
      ("example", "https://a.example", true), (".", "https://a.example", false),
    ])
  func exceptions(_ list: String, _ url: String, _ isDirect: Bool) throws {
    let environment = ["https_proxy": "p:1", "no_proxy": list]
    #expect(try (proxy(environment, url) == nil) == isDirect)
  }

  @Test("user and password stand apart from the address, decoded")
  func credentials() throws {
    let proxy = try #require(Proxy("https://ada:p%40ss:w@rd@proxy.example:3128/"))
    #expect(proxy.url == "https://proxy.example:3128")
    #expect(proxy.username?.reveal() == "ada" && proxy.password?.reveal() == "p@ss:w@rd")
    #expect(!"\(proxy)".contains("rd@") && !"\(proxy)".contains("ada"))
  }

  @Test(
    "what names no proxy is an error, not a way around it",
    arguments: ["ftp://p:1", "http://", "p:99999", "http://a b", "u%zz@p:1", "http://p:1\r\nX: y"])
  func malformed(_ text: String) throws {
    #expect(Proxy(text) == nil)
    #expect(throws: TransportError.self) { try proxy(["https_proxy": text], "https://a.example") }
  }

  private func fixture(_ server: ScriptedServer, _ change: [String: String] = [:]) throws
    -> LoopFixture
  {
    let url = "http://ada:s3cr3t@127.0.0.1:\(server.port)"
    return try LoopFixture(
      proxies: ProxySettings(
        environment: ["http_proxy": url, "https_proxy": url].merging(change) { $1 }))
  }

  @Test("a request goes through the proxy, which gets its own credential")
  func through() async throws {
    let server = try ScriptedServer { _ in .answer(200) }
    let fixture = try fixture(server)
    defer {
      server.stop()
      fixture.end()
    }
    _ = try await fixture.get("http://shop.example/things?a=b") { $0.networks = [] }
    let request = try #require(server.requests.first)
    #expect(request.target == "http://shop.example/things?a=b")
    #expect(request.headers["proxy-authorization"] == "Basic YWRhOnMzY3IzdA==")
  }

  @Test("a secure request asks the proxy for a tunnel, and shows it nothing of itself")
  func tunnel() async throws {
    let server = try ScriptedServer { _ in .answer(407, headers: ["X-Reason": "s3cr3t"]) }
    let fixture = try fixture(server)
    defer {
      server.stop()
      fixture.end()
    }
    let error = await fixture.failure("https://shop.example/things") {
      $0.networks = []
      $0.headers = HeaderList([("Authorization", "Bearer shop-key")])
    }
    let request = try #require(server.requests.first)
    #expect(request.method == "CONNECT" && request.target == "shop.example:443")
    #expect(request.headers["authorization"] == nil)
    #expect(error?.isUnsent == true)
    #expect(error.map { !"\($0)".contains("s3cr3t") && !"\($0)".contains("ada") } == true)
  }

  @Test("this machine and exceptions are reached directly")
  func directly() async throws {
    let proxy = try ScriptedServer { _ in .answer(502) }
    let server = try ScriptedServer { _ in .answer(200) }
    let fixture = try fixture(proxy, ["no_proxy": "localhost"])
    defer {
      proxy.stop()
      server.stop()
      fixture.end()
    }
    #expect(try await fixture.get(server.url).status == 200)
    // Not asked of the proxy, and so looked at here.
    let error = await fixture.failure("http://localhost:\(server.port)/") { $0.networks = [] }
    #expect(error?.kind == .network(.thisMachine))
    #expect(proxy.requests.isEmpty)
  }

  @Test("a proxy is not asked for an address where the host may not be")
  func forbidden() async throws {
    let proxy = try ScriptedServer { _ in .answer(200) }
    let fixture = try fixture(proxy)
    defer {
      proxy.stop()
      fixture.end()
    }
    for (host, network) in [("169.254.169.254", Networks.linkLocal), ("10.0.0.1", .privateNetwork)]
    {
      let error = await fixture.failure("http://\(host)/") { $0.networks = [] }
      #expect(error?.kind == .network(network))
    }
    #expect(proxy.requests.isEmpty)
  }
}
