import LuaBridge
import Testing

/// Rules 1 and 2: no longjmp crosses a Swift frame, and Lua reaches Swift through one trampoline.
@Suite struct TrampolineTests {
  @Test func thousandsOfErrorsThrownAcrossTheBridgeLeakNothing() throws {
    let fixture = try LuaFixture()
    try fixture.call(
      """
      for i = 1, 2000 do
        local ok, message = pcall(fail, "no " .. i)
        assert(not ok and message == "no " .. i or message == "test.lua:2: no " .. i, message)
      end
      """)
    #expect(fixture.tracked.total == 2000)
    #expect(fixture.tracked.count == 0)
  }

  @Test func errorsThatCrossManyFramesOfBothLanguagesLeakNothing() throws {
    let fixture = try LuaFixture()
    let tracked = fixture.tracked
    try fixture.bind("nested") { (call) throws(LuaError) in
      let local = Tracked(tracked)
      defer { withExtendedLifetime(local) {} }
      return .values(try call.vm.call(try call.function(1), [.integer(try call.integer(2))]))
    }
    try fixture.call(
      """
      local function down(n)
        if n == 0 then error({ code = 7 }) end
        return nested(down, n - 1)
      end
      for _ = 1, 200 do
        local ok, e = pcall(down, 20)
        assert(not ok and e.code == 7)
      end
      """)
    #expect(tracked.total == 4000)
    #expect(tracked.count == 0)
  }

  @Test func interruptedCallsLeakNothing() throws {
    let page = try #require(ControlPage.make())
    let fixture = try LuaFixture(control: page)
    let tracked = fixture.tracked
    try fixture.bind("stop") { (call) throws(LuaError) in
      let local = Tracked(tracked)
      defer { withExtendedLifetime(local) {} }
      page.interrupt(.stopped)
      return .values(try call.vm.call(try call.function(1)))
    }
    for _ in 1...1000 {
      let error = #expect(throws: LuaError.self) {
        try fixture.call("stop(function() local t <close> = track() while true do end end)")
      }
      #expect(error?.kind == .interrupted)
      page.clear()
    }
    try fixture.vm.collectGarbage()
    #expect(tracked.total >= 1000)
    #expect(tracked.count == 0)
  }

  @Test func argumentsAndResultsOfEveryNumberArrive() throws {
    let fixture = try LuaFixture()
    try fixture.bind("echo") { (call) throws(LuaError) in .values(try call.values()) }
    let values = try fixture.call(
      """
      local many = {}
      for i = 1, 5000 do many[i] = i end
      assert(select("#", echo()) == 0)
      assert(select("#", echo(nil, nil)) == 2)
      local back = { echo(table.unpack(many)) }
      assert(#back == 5000 and back[5000] == 5000)
      return echo("a", 1, 2.5, true, json.null, nil)
      """)
    #expect(values.words == "a 1 2.5 true null nil")
  }

  @Test func argumentErrorsNameTheFunctionAndThePlace() throws {
    let fixture = try LuaFixture()
    try fixture.bind("twice") { (call) throws(LuaError) in
      .value(.integer(try call.integer(1) * 2))
    }
    let cases = [
      ("twice()", "bad argument #1 to 'twice' (integer expected, got no value)"),
      ("twice('x')", "bad argument #1 to 'twice' (integer expected, got string)"),
      ("twice(1.5)", "bad argument #1 to 'twice' (number has no integer representation)"),
      ("twice(json.null)", "bad argument #1 to 'twice' (integer expected, got json.null)"),
      ("local t = { twice = twice } t.twice({})", "to 'twice' (integer expected, got table)"),
    ]
    for (source, words) in cases {
      let error = #expect(throws: LuaError.self) { try fixture.call("\n\n" + source) }
      #expect(error?.message.hasPrefix("test.lua:3: ") == true)
      #expect(error?.message.hasSuffix(words) == true, "\(error?.message ?? "")")
    }
  }

  @Test func anErrorThatSwiftPassesOnKeepsItsOwnPlace() throws {
    let fixture = try LuaFixture()
    try fixture.bind("through") { (call) throws(LuaError) in
      .values(try call.vm.call(try call.function(1)))
    }
    let error = #expect(throws: LuaError.self) {
      try fixture.call("local f = function()\n error('boom') end\n\n through(f)")
    }
    #expect(error?.message == "test.lua:2: boom")
    #expect(error?.line == 2)
  }

  @Test func aResultThatCannotTravelIsAnErrorAtTheCall() throws {
    let fixture = try LuaFixture()
    let other = try LuaVM()
    let foreign = try other.makeTable()
    final class Unknown {}
    try fixture.bind("foreign") { (_) throws(LuaError) in .values([1, .reference(foreign)]) }
    try fixture.bind("unknown") { (_) throws(LuaError) in .value(.object(Unknown())) }
    try fixture.bind("raising") { (_) throws(LuaError) in
      throw LuaError(raising: .object(Unknown()))
    }
    try fixture.bind("broken") { (_) throws(LuaError) in .values([1, .json(Array("[1,".utf8))]) }
    let words = try fixture.call(
      """
      local out = {}
      for _, f in ipairs { foreign, unknown, raising, broken } do
        local ok, message = pcall(function() f() end)
        out[#out + 1] = message
      end
      return table.unpack(out)
      """
    ).map { $0.string ?? "?" }
    #expect(words[0] == "test.lua:3: the reference belongs to another VM")
    #expect(words[1] == "test.lua:3: Unknown is not registered with this VM")
    #expect(words[2].hasSuffix("an error value"))
    #expect(words[3].contains("malformed JSON"))
  }

  @Test func aFunctionMayMakeFunctionsWhileItRuns() throws {
    let fixture = try LuaFixture()
    try fixture.bind("adder") { (call) throws(LuaError) in
      let n = try call.integer(1)
      let adder = try call.vm.makeFunction("add") { (call) throws(LuaError) in
        .value(.integer(try call.integer(1) + n))
      }
      return .value(.reference(adder))
    }
    #expect(
      try fixture.call(
        "local fs = {} for i = 1, 100 do fs[i] = adder(i) end return fs[1](1), fs[100](1)"
      ).words == "2 101")
  }

  @Test func recursionThroughBothLanguagesIsAnErrorAndNoCrash() throws {
    let fixture = try LuaFixture()
    try fixture.bind("again") { (call) throws(LuaError) in
      .values(try call.vm.call(try call.function(1)))
    }
    let error = #expect(throws: LuaError.self) {
      try fixture.call("local function f() return again(f) end f()")
    }
    #expect(error?.message.contains("overflow") == true, "\(error?.message ?? "")")
    #expect(try fixture.call("return 1").words == "1")
  }
}
