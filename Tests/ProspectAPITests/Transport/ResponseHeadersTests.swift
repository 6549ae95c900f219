import Testing

@testable import ProspectAPI

@Suite("ResponseHeaders")
struct ResponseHeadersTests {
  let headers = ResponseHeaders(
    lines: Array(
      "Date: today\r\nX-RateLimit-Reset:60\r\nEmpty:\r\nX-Long:  a b \t\r\nDate: later\r\n\r\n".utf8
    ))

  @Test("fields are found whatever the case of their names, the first one counts")
  func lookup() {
    #expect(headers["date"] == "today")
    #expect(headers["x-ratelimit-reset"] == "60")
    #expect(headers["empty"] == "")
    #expect(headers["x-long"] == "a b")
  }

  @Test(
    "a name that is only the beginning or the end of another is not it",
    arguments: ["x-ratelimit", "dat", "ate", "", "long"])
  func noPartialNames(_ name: String) {
    #expect(headers[name] == nil)
  }

  @Test("all fields come in order with names in lower case, but for cookies")
  func members() {
    let headers = ResponseHeaders(
      lines: Array(
        "Date: today\r\nSet-Cookie: a=b\r\nno field\r\nX-Long:  a b \t\r\nEmpty:\r\n\r\n".utf8))
    var json: [UInt8] = []
    headers.writeMembers(to: &json)
    #expect(String(decoding: json, as: UTF8.self) == #""date":"today","x-long":"a b","empty":"""#)
  }

  @Test("what JSON cannot hold as it is, is escaped or repaired")
  func awkwardMembers() {
    let headers = ResponseHeaders(
      lines: Array("A\"b: c\\d\"\u{1}\r\nX: gr".utf8) + [0xFC] + Array("\u{DF}e".utf8))
    var json: [UInt8] = []
    headers.writeMembers(to: &json)
    #expect(
      String(decoding: json, as: UTF8.self)
        == #""a\"b":"c\\d\"\u0001","x":"gr"# + "\u{FFFD}\u{DF}e\"")
  }

  @Test(
    "a field that would break out of its line is not sent",
    arguments: [("X", "a\r\nY: b"), ("X\n", "a"), ("", "a"), ("X:", "a"), ("X", "a\0b")])
  func malformed(_ name: String, _ value: String) {
    #expect(!HeaderList.isWellFormed((name, value)))
  }
}
