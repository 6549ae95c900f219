import LuaBridge
import Testing

/// Rule 7: Lua strings are bytes with a length; doubles become integers only when they fit.
@Suite struct ValuesTests {
  @Test(arguments: [
    [], [0], [0x61, 0, 0x62, 0], [0xFF, 0xFE], [0xC3, 0x28], [0xED, 0xA0, 0x80],
    Array("é 漢 😀".utf8),
    [UInt8](repeating: 0, count: 70_000),
  ])
  func bytesOfEveryKindComeBackAsTheyWere(_ bytes: [UInt8]) throws {
    let fixture = try LuaFixture()
    let back = try fixture.call("local s = ... return s, #s", [.bytes(bytes)])
    guard case .bytes(let same)? = back.first else {
      Issue.record("no string came back")
      return
    }
    #expect(same == bytes)
    #expect(back.last?.integer == Int64(bytes.count))
  }

  @Test func bytesThatAreNoTextAreRefusedOnlyWhereTextIsAskedFor() throws {
    let fixture = try LuaFixture()
    try fixture.bind("text") { (call) throws(LuaError) in .value(.string(try call.string(1))) }
    try fixture.bind("raw") { (call) throws(LuaError) in .value(.bytes(try call.bytes(1))) }
    #expect(try fixture.call(#"return raw("\xFF\0") == "\xFF\0""#).words == "true")
    #expect(try fixture.call(#"return text("a\0b") == "a\0b""#).words == "true")
    let error = #expect(throws: LuaError.self) { try fixture.call(#"text("\xFF")"#) }
    #expect(error?.message.hasSuffix("(text in UTF-8 expected)") == true)
    #expect(try fixture.call(#"return "\xFF""#).first?.string == nil)
  }

  @Test func anErrorMessageThatIsNoTextIsStillReadable() throws {
    let error = #expect(throws: LuaError.self) {
      try LuaFixture().call(#"error("bad \xFF\0 end", 0)"#)
    }
    #expect(error?.message == "bad \u{FFFD}\0 end")
  }

  @Test(arguments: [
    ("2^53", 9_007_199_254_740_992), ("-2^63", Int64.min), ("3.0", 3), ("-0.0", 0), ("7", 7),
  ])
  func doublesThatFitBecomeIntegers(_ literal: String, _ expected: Int64) throws {
    let fixture = try LuaFixture()
    try fixture.bind("whole") { (call) throws(LuaError) in .value(.integer(try call.integer(1))) }
    #expect(try fixture.call("return whole(\(literal))").first?.integer == expected)
    #expect(try fixture.call("return \(literal)").first?.integer == expected)
  }

  @Test(arguments: ["2^63", "-2^64", "1e300", "1.5", "0/0", "1/0", "-1/0"])
  func doublesThatDoNotFitAreRefused(_ literal: String) throws {
    let fixture = try LuaFixture()
    try fixture.bind("whole") { (call) throws(LuaError) in .value(.integer(try call.integer(1))) }
    let error = #expect(throws: LuaError.self) { try fixture.call("whole(\(literal))") }
    #expect(error?.message.contains("no integer representation") == true)
    #expect(try fixture.call("return \(literal)").first?.integer == nil)
  }

  @Test func integersAndFloatsKeepTheirKind() throws {
    let fixture = try LuaFixture()
    let kinds = try fixture.call(
      "local out = {} for i, v in ipairs { ... } do out[i] = math.type(v) end return table.unpack(out)",
      [.integer(1), .number(1), .integer(.max), .integer(.min), .number(-0.0)])
    #expect(kinds.words == "integer float integer integer float")
    let back = try fixture.call("return ...", [.integer(.min), .number(1), .number(-0.0)])
    guard case .integer(.min) = back[0], case .number(1) = back[1], case .number(let zero) = back[2]
    else {
      Issue.record("\(back.words)")
      return
    }
    #expect(zero.sign == .minus)
  }

  @Test func stringsAndNumbersAreNotTakenForEachOther() throws {
    let fixture = try LuaFixture()
    try fixture.bind("text") { (call) throws(LuaError) in .value(.bytes(try call.bytes(1))) }
    try fixture.bind("whole") { (call) throws(LuaError) in .value(.integer(try call.integer(1))) }
    #expect(throws: LuaError.self) { try fixture.call("text(1)") }
    #expect(throws: LuaError.self) { try fixture.call("whole('1')") }
  }

  @Test func absentNilAndNullAreThreeThings() throws {
    let fixture = try LuaFixture()
    try fixture.bind("kinds") { (call) throws(LuaError) in
      .values((1...3).map { .string("\(call.type($0)):\(call.isNil($0))") })
    }
    #expect(
      try fixture.call("return kinds(json.null, nil)").words
        == "json.null:false nil:true no value:true")
  }
}
