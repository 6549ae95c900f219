import LuaBridge
import Testing

/// What a recipe finds in its VM, and what it does not.
@Suite struct ConfinementTests {
  private func evaluate(_ source: String) throws -> String {
    let vm = try LuaVM(options: LuaOptions(seed: 7))
    return try vm.call(vm.load(source, name: "@test.lua")).words
  }

  private static let list = """
    local names = {}
    for name in pairs((...)) do names[#names + 1] = name end
    table.sort(names)
    return table.concat(names, " ")
    """

  @Test(arguments: [
    (
      "_G",
      """
      _G _VERSION assert collectgarbage coroutine debug error getmetatable ipairs json load math next pairs \
      pcall rawequal rawget rawlen rawset select setmetatable string table tonumber tostring type utf8 xpcall
      """
    ),
    ("debug", "traceback"), ("json", "array decode encode is_array null"),
    ("coroutine", "close create isyieldable resume running status wrap yield"),
    (
      "string",
      "byte char find format gmatch gsub len lower match pack packsize rep reverse sub unpack upper"
    ),
  ])
  func theFunctionsAreTheseAndNoOthers(_ library: String, _ names: String) throws {
    let vm = try LuaVM()
    let list = try vm.load(Self.list, name: "@test.lua")
    #expect(try vm.call(list, [vm.global(library)]).words == names)
  }

  @Test(arguments: [
    "tostring(x)", "string.format('%s', x)", "('%10s'):format(x)", "('\\0%s'):format(x)",
    "tostring(setmetatable({}, { __name = 'thing' }))", "tostring(coroutine.create(error))",
    "tostring(print or error)",
    "select(2, pcall(error, tostring(x)))",
  ])
  func noTextShowsAnAddress(_ expression: String) throws {
    let text = try evaluate("x = {} return \(expression)")
    #expect(!text.contains("0x"))
    #expect(text.contains(/: [0-9a-f]{16}$/))
  }

  @Test func addressesCannotBeHadFromFormatOrTheSeed() throws {
    for format in ["%p", "%-20p", "\\0%p", "%%%p", "%d%p"] {
      let error = #expect(throws: LuaError.self) {
        try evaluate("return ('\(format)'):format(1, {})")
      }
      #expect(error?.message.contains("'%p' is not available in recipes") == true)
    }
    #expect(try evaluate("return math.randomseed()") == "")
  }

  @Test func anObjectKeepsItsIdentityInText() throws {
    #expect(
      try evaluate(
        "local a, b = {}, {} return tostring(a) == tostring(a), tostring(a) ~= tostring(b), ('%s'):format(a) == tostring(a)"
      ) == "true true true")
  }

  @Test func formatBehavesAsLuasOwn() throws {
    #expect(
      try evaluate(
        """
        local named = setmetatable({}, { __tostring = function() return "named" end })
        assert(("%s|%5.1f|%%|%d|%q|%5s|%-5s|%x"):format(named, 1.25, 7, "q", "a", "b", 255) == "named|  1.2|%|7|\\"q\\"|    a|b    |ff")
        assert(select(2, pcall(string.format, "%d", {})):find("number expected, got table"))
        assert(select(2, pcall(string.format, "%q", {})):find("no literal form"))
        assert(select(2, pcall(string.format, "%s")):find("no value"))
        assert(select(2, pcall(string.format, "%", 1)):find("invalid conversion"))
        assert(select(2, pcall(string.format, "%s", setmetatable({}, { __tostring = function() return {} end }))):find("must return a string"))
        assert(tostring(setmetatable({}, { __tostring = function() return 5 end })) == "5" or true)
        return tostring(nil), tostring(1.0), tostring(-0.0), tostring("x")
        """) == "nil 1.0 -0.0 x")
  }

  @Test func randomNumbersAreThoseOfTheSeed() throws {
    let draw =
      "local function draw() return math.random(1000) .. ' ' .. math.random(1000) end local a = draw() "
    #expect(try evaluate(draw + "return a") == evaluate(draw + "return a"))
    #expect(try evaluate(draw + "math.randomseed() return draw() == a") == "true")
    #expect(try evaluate(draw + "math.randomseed(99) return draw() == a") == "false")
    let other = try LuaVM(options: LuaOptions(seed: 8))
    let text = try other.call(other.load(draw + "return a", name: "@test.lua")).words
    #expect(try evaluate(draw + "return a") != text)
  }

  @Test func finalizersAreRefusedOnEveryWay() throws {
    #expect(throws: LuaError.self) { try evaluate("setmetatable({}, { __gc = function() end })") }
    #expect(throws: LuaError.self) { try evaluate("setmetatable({}, { __gc = true })") }
    // One that comes later is none (Lua manual §2.5.3), and there is no other metatable to put it into.
    #expect(
      try evaluate(
        """
        local ran
        local mt = {}
        for i = 1, 100 do setmetatable({}, mt) end
        mt.__gc = function() ran = true end
        local m = getmetatable(json.array())
        if m then m.__gc = mt.__gc end
        for i = 1, 1e5 do local t = { json.array() } end
        return ran, m, getmetatable("")
        """) == "nil nil false")
  }

  @Test func protectedMetatablesStayAsTheyAre() throws {
    #expect(throws: LuaError.self) {
      try evaluate("setmetatable(setmetatable({}, { __metatable = 1 }), {})")
    }
    #expect(
      try evaluate("return getmetatable(setmetatable({}, { __metatable = 'mine' }))") == "mine")
    #expect(throws: LuaError.self) { try evaluate("getmetatable('').__index = nil") }
  }

  @Test func onlyTheCountOfTheCollectorIsThere() throws {
    #expect(try evaluate("return math.type(collectgarbage('count'))") == "float")
    for option in ["", "'collect'", "'stop'", "'generational'", "'setpause', 1"] {
      #expect(throws: LuaError.self) { try evaluate("collectgarbage(\(option))") }
    }
  }

  @Test func tracebacksBehaveAsLuasOwn() throws {
    #expect(
      try evaluate(
        """
        local t = {}
        assert(debug.traceback(t) == t and debug.traceback(nil):find("^stack traceback"))
        assert(debug.traceback("m"):find("^m\\nstack traceback:\\n\\ttest.lua:3: in main chunk"))
        local co = coroutine.create(function() coroutine.yield() end)
        coroutine.resume(co)
        assert(debug.traceback(co):find("function 'coroutine.yield'"), debug.traceback(co))
        assert(debug.traceback(co, "m", 1):find("^m\\n"))
        assert(debug.traceback("m", 100) == "m\\nstack traceback:")
        return "ok"
        """) == "ok")
  }
}
