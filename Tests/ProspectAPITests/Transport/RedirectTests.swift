import ScriptedServer
import Testing

@testable import ProspectAPI

@Suite("Redirects", .timeLimit(.minutes(1)))
struct RedirectTests {
  @Test(
    "a reference is resolved within its origin",
    arguments: [
      ("/next", "/next"), ("/next?a=%2F..#x", "/next?a=%2F.."), ("next", "/a/next"),
      ("?page=2", "/a/b?page=2"), ("../c", "/c"), ("./", "/a/"), ("..", "/"),
      ("/a/./b/../c", "/a/c"),
      ("/../../x", "/x"), ("https://shop.example/x", "/x"),
      ("HTTPS://SHOP.example:443/x?y", "/x?y"),
      ("//shop.example/x", "/x"), ("https://shop.example", "/"), ("https://shop.example?q", "/?q"),
      ("/x?u=https://other.example", "/x?u=https://other.example"), ("//shop.example//x", "//x"),
    ])
  func within(_ reference: String, _ target: String) throws {
    let origin = try #require(Origin(url: "https://shop.example"))
    #expect(Redirect.target(of: reference, from: "/a/b?c=d", at: origin) == target)
  }

  @Test(
    "whatever leads to another origin, or might be read so, is not followed",
    arguments: [
      "https://other.example/x", "http://shop.example/x", "https://shop.example:8443/x",
      "//other.example/x", "https://shop.example@other.example/x", "https://user@shop.example/x",
      "\\\\other.example/x", "/\\other.example", "https:\\\\other.example", "https:/other.example",
      "https:other", "javascript:alert(1)", "file:///etc/passwd", "ftp://shop.example/x",
      "https://shop.example.other.example/", "https://shop%2eexample/", "https://shop.example /x",
      "/x\r\nX-Injected: 1", "/x\ty", "", "#top", "///other.example",
      "https://shop.example\u{2024}other.example/",
    ])
  func elsewhere(_ reference: String) throws {
    let origin = try #require(Origin(url: "https://shop.example"))
    #expect(Redirect.target(of: reference, from: "/a/b", at: origin) == nil)
  }

  @Test("a read is redirected within its origin, with its credential")
  func followed() async throws {
    let fixture = try PipelineFixture { request in
      request.target == "/things"
        ? .answer(301, headers: ["Location": "/things/?page=1"]) : .answer(200, body: "[1]")
    }
    defer { fixture.end() }
    let response = try await fixture.call("things.list")
    #expect(response.body == Array("[1]".utf8) && response.attempts == 1)
    #expect(fixture.server.requests.map(\.target) == ["/things", "/things/?page=1"])
    let key = "Bearer \(PipelineFixture.key)"
    #expect(fixture.server.requests.allSatisfy { $0.headers["authorization"] == key })
  }

  @Test(
    "a change and what is paid are not redirected",
    arguments: [("leads.create", "{}"), ("leads.delete", #"{"id":"x"}"#), ("exports.start", "{}")])
  func notFollowed(_ operation: String, _ arguments: String) async throws {
    let fixture = try PipelineFixture { _ in .answer(307, headers: ["Location": "/next"]) }
    defer { fixture.end() }
    let error = await fixture.failure(operation, arguments)
    #expect(error?.status == 307 && error?.message.contains("within the origin") == true)
    #expect(fixture.server.requests.count == 1)
  }

  @Test("another origin gets no request, and so no credential")
  func otherOrigin() async throws {
    let other = try ScriptedServer { _ in .answer(200) }
    let fixture = try PipelineFixture { _ in .answer(302, headers: ["Location": other.url + "/x"]) }
    defer {
      other.stop()
      fixture.end()
    }
    let error = await fixture.failure("things.list")
    #expect(error?.kind == .provider && error?.status == 302)
    #expect(other.connections == 0)
  }

  @Test("redirects in a circle come to an end")
  func circle() async throws {
    let fixture = try PipelineFixture { _ in .answer(302, headers: ["Location": "/things"]) }
    defer { fixture.end() }
    let error = await fixture.failure("things.list")
    #expect(error?.status == 302 && fixture.server.requests.count == 6)
  }
}
