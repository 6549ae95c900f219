import LuaBridge
import Testing

/// Values from Swift to Lua: one protected call for any number of them.
@Suite struct BatchTests {
  @Test func tablesTakeAllKindsOfValues() throws {
    let fixture = try LuaFixture()
    let inner = try fixture.vm.makeTable([("deep", 1)])
    let table = try fixture.vm.makeTable([
      ("text", "x"), ("none", .nil), ("null", .null), ("list", .json(Array("[1,[2]]".utf8))),
      ("inner", .reference(inner)), ("flag", true), ("object", .object(Tracked(fixture.tracked))),
    ])
    let words = try fixture.call(
      """
      local t = ...
      return t.text, t.none, t.null == json.null, t.list[2][1], t.inner.deep, t.flag, t.object:name()
      """, [.reference(table)])
    #expect(words.words == "x nil true 2 1 true tracked")
  }

  @Test func aCallThatFailsHalfWayLeavesNothingForTheNext() throws {
    let fixture = try LuaFixture()
    let foreign = try LuaVM().makeTable()
    let echo = try fixture.vm.load("return select('#', ...)", name: "@test.lua")
    for _ in 1...10 {
      #expect(throws: LuaError.self) {
        try fixture.vm.call(echo, [.object(Tracked(fixture.tracked)), 2, .reference(foreign)])
      }
    }
    #expect(try fixture.vm.call(echo, [1]).words == "1")
    #expect(fixture.tracked.total == 10)
    #expect(fixture.tracked.count == 0)
  }

  @Test func malformedJSONIsAnErrorThatSaysSo() throws {
    let fixture = try LuaFixture()
    let echo = try fixture.vm.load("return ...", name: "@test.lua")
    let error = #expect(throws: LuaError.self) {
      try fixture.vm.call(echo, [.object(Tracked(fixture.tracked)), .json(Array("{".utf8))])
    }
    #expect(error?.message.contains("malformed JSON") == true)
    try fixture.vm.collectGarbage()
    #expect(fixture.tracked.count == 0)
  }

  @Test func documentsAreParsedWhereTheyLieWhateverStandsBehindThem() throws {
    let fixture = try LuaFixture()
    let echo = try fixture.vm.load("return ...", name: "@test.lua")
    // The bytes behind the first documents are those of the next, which must not leak into them.
    for digits in 1...80 {
      let number = String(repeating: "7", count: min(digits, 18))
      let values = try fixture.vm.call(
        echo, [.json(Array(number.utf8)), .json(Array("12345".utf8)), .bytes(Array("999".utf8))])
      #expect(values.words == "\(number) 12345 999")
    }
  }

  @Test func aNestedCallDoesNotDisturbTheValuesOnTheirWay() throws {
    let fixture = try LuaFixture()
    try fixture.bind("pair") { (call) throws(LuaError) in
      let table = try call.vm.makeTable([("n", try call.value(1))])
      _ = try call.vm.call(try call.vm.load("return 1", name: "=inner"))
      return .values([.reference(table), .bytes(try call.bytes(2))])
    }
    #expect(
      try fixture.call("local t, s = pair(5, 'x') local u = pair(t.n + 1, s) return t.n, u.n, s")
        .words
        == "5 6 x")
  }

  @Test func setAndGetRunMetamethodsAndPassTheirErrorsOn() throws {
    let fixture = try LuaFixture()
    let table = try #require(
      try fixture.call(
        """
        return setmetatable({}, {
          __index = function(_, k) if k == "bad" then error("no field bad") end return k .. "!" end,
          __newindex = function(t, k, v) rawset(t, k, v .. "?") end,
        })
        """
      ).first?.reference)
    #expect(try fixture.vm.get(table, "x\0y").string == "x\0y!")
    try fixture.vm.set(table, "y", "v")
    #expect(try fixture.vm.get(table, "y").string == "v?")
    #expect(throws: LuaError.self) { try fixture.vm.get(table, "bad") }
  }
}
