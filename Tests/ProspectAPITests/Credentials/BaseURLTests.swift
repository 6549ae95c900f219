import Testing

@testable import ProspectAPI

@Suite struct BaseURLTests {
  @Test(arguments: [
    (nil, "https://api.acme.example/v1"),
    ("http://127.0.0.1:8080", "http://127.0.0.1:8080/v1"),
    ("http://127.0.0.1:8080/", "http://127.0.0.1:8080"),
    ("http://localhost:1/other/", "http://localhost:1/other"),
    ("http://[::1]:9", "http://[::1]:9/v1"),
    ("https://EU.acme.example:443", "https://eu.acme.example/v1"),
  ])
  func anOverrideWithoutAPathKeepsTheDescribedOne(_ override: String?, _ url: String) throws {
    let base = try BaseURL.effective(described: "https://api.acme.example/v1", override: override)
    #expect(base.text == url)
  }

  @Test(arguments: [
    "http://acme.example", "http://127.0.0.1.acme.example", "http://localhost.acme.example",
    "https://user@acme.example", "https://acme.example\\@evil", "https://acme.example:0",
    "https://acme.example:99999", "https:///x", "//acme.example", "acme.example", "",
    "https://acme.example/a?b", "https://acme.example/a/../b", "https://acme.example/a b",
    "https://acme.example/\r\nX: y", "http://127.0.0.1:80x", "http://127.1", "https://[::1",
  ])
  func anythingElseIsRefused(_ text: String) {
    #expect(throws: DescriptionError.self) {
      try BaseURL.effective(described: "https://api.acme.example/v1", override: text)
    }
  }
}
