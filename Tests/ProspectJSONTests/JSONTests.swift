import ProspectJSON
import Testing

@Suite struct JSONTests {
  @Test(arguments: [
    "null", "true", "-1", "9223372036854775807", "1.5", #""a\"\\\n\u0001é😀""#, "[]", "{}",
    #"{"b":1,"a":[1,{"c":null}]}"#,
  ])
  func textSurvivesARoundTrip(_ text: String) throws {
    let value = try JSON.parse(text)
    #expect(try JSON.parse(value.encoded) == value)
  }

  @Test func integersKeepAll64BitsAndLargerOnesBecomeNumbers() throws {
    #expect(try JSON.parse("-9223372036854775808") == .integer(.min))
    #expect(try JSON.parse("18446744073709551615") == .number(1.8446744073709552e19))
    #expect(
      try JSON.parse("[123456789012345678901234567890]")
        == .array([.number(1.2345678901234568e29)]))
  }

  @Test func membersKeepTheirOrderAndTheLastOfEqualNamesCounts() throws {
    let object = try #require(try JSON.parse(#"{"z":1,"a":2,"z":3}"#).object)
    #expect(object.names == ["z", "a", "z"])
    #expect(object["z"] == .integer(3))
  }

  @Test(arguments: [
    ("", "empty"), ("{", "bracket"), ("[1,]", "bracket"), ("nul", "true, false or null"),
    (#""abc"#, "not closed"), (#""\ud800""#, "surrogate"), ("01", "number"), ("[1e]", "number"),
    ("\"\u{1}\"", "control"), ("1 2", ""),
  ])
  func malformedTextSaysWhatIsWrong(_ text: String, _ words: String) throws {
    let error = #expect(throws: JSONError.self) { try JSON.parse(text) }
    #expect(words.isEmpty || error?.message.contains(words) == true, "\(String(describing: error))")
  }

  @Test func bytesThatAreNotUTF8AreRefused() {
    #expect(throws: JSONError(message: "the text is not valid UTF-8")) {
      try JSON.parse([0x22, 0xFF, 0x22])
    }
  }

  @Test func depthIsBounded() throws {
    let deep = { (n: Int) in String(repeating: "[", count: n) + String(repeating: "]", count: n) }
    _ = try JSON.parse(deep(127))
    #expect(throws: JSONError(message: "nested too deeply")) { try JSON.parse(deep(129)) }
  }

  @Test func pathsReachIntoObjects() throws {
    let value = try JSON.parse(#"{"pagination":{"next_cursor":"x"}}"#)
    #expect(value.at(path: "pagination.next_cursor") == "x")
    #expect(value.at(path: "pagination.missing.deeper") == nil)
  }
}
