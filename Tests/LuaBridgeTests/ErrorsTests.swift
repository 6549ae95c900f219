import LuaBridge
import Testing

/// What Swift learns about an error in Lua.
@Suite struct ErrorsTests {
  private func failure(_ source: String) throws -> LuaError {
    let fixture = try LuaFixture()
    let inTask = #expect(throws: LuaError.self) { try fixture.run(source) }
    let inCall = #expect(throws: LuaError.self) { try fixture.call(source) }
    #expect(inTask?.message == inCall?.message)
    #expect(inTask?.line == inCall?.line)
    return try #require(inTask)
  }

  @Test func anErrorTellsItsPlaceAndTheCallsThatLedThere() throws {
    let error = try failure(
      "local function inner()\n  error('boom')\nend\nlocal function outer()\n  inner()\nend\nouter()"
    )
    #expect(error.message == "test.lua:2: boom")
    #expect(error.kind == .runtime)
    #expect(error.file == "test.lua")
    #expect(error.line == 2)
    #expect(error.traceback.contains("upvalue 'inner'"))
    #expect(error.traceback.contains("local 'outer'"))
    #expect(error.value == nil)
  }

  @Test(arguments: [
    ("error({ message = 'from a field' })", "from a field"), ("error(nil)", "nil"),
    ("error(7)", "7"),
    ("error(1.5)", "1.5"), ("error(true)", "true"),
    ("error({})", "(error object is a table value)"),
    ("error({ message = {} })", "(error object is a table value)"),
    ("error(json.null)", "(error object is a json.null value)"), ("error('')", ""),
    ("error('no place', 0)", "no place"),
    (
      "error(setmetatable({}, { __index = function() return 'x' end }))",
      "(error object is a table value)"
    ),
  ])
  func everyValueThatIsRaisedHasAMessageAndAPlace(_ source: String, _ message: String) throws {
    let error = try failure("\n" + source)
    #expect(error.message == message || error.message == "test.lua:2: \(message)")
    #expect(error.file == "test.lua")
    #expect(error.line == 2)
  }

  @Test func anErrorThatIsRaisedAgainKeepsItsFirstPlace() throws {
    let error = try failure("local ok, e = pcall(function()\n  error('boom')\nend)\nerror(e, 0)")
    #expect(error.message == "test.lua:2: boom")
    #expect(error.line == 2)
  }

  @Test func errorTablesFromSwiftLearnWhereTheyWereRaised() throws {
    let fixture = try LuaFixture()
    let error = #expect(throws: LuaError.self) {
      try fixture.run("\nfail({ kind = 'x', message = 'm' })")
    }
    #expect(error?.message == "m")
    let table = try #require(error?.value?.reference)
    #expect(try fixture.vm.get(table, "where").string == "test.lua:2")
    let kept = #expect(throws: LuaError.self) { try fixture.run("fail({ where = 'mine' })") }
    #expect(try fixture.vm.get(#require(kept?.value?.reference), "where").string == "mine")
  }

  @Test func errorsInErrorHandlersEnd() throws {
    for source in [
      "local ok, e = xpcall(error, function(e) error(e) end, 'x') assert(not ok) error('ended', 0)",
      "local ok, e = xpcall(error, error, 'x') assert(not ok) error('ended', 0)",
      "local ok, e = xpcall(function() local x = nil + 1 end, function() return nil + 1 end) error('ended', 0)",
    ] {
      #expect(try failure(source).message == "ended")
    }
  }

  @Test func pcallAndXpcallBehaveAsLuasOwn() throws {
    let words = try LuaFixture().run(
      """
      assert(select("#", pcall(function() return nil, nil end)) == 3)
      assert(select("#", xpcall(function(...) return ... end, error, 1, nil, 3, nil)) == 5)
      local ok, e = pcall(error, nil)
      assert(ok == false and e == nil)
      assert(select(2, xpcall(error, function(e) return e .. "!" end, "x")) == "x!")
      assert(select("#", xpcall(error, function(e) return 1, 2 end, "x")) == 2)
      assert(select(2, pcall(pcall)):find("bad argument #1 to 'pcall'"))
      assert(select(2, pcall(xpcall, error)):find("bad argument #2 to 'xpcall'"))
      assert(select(2, pcall(xpcall, error, setmetatable({}, { __call = error }))):find("bad argument #2"))
      local trace = select(2, xpcall(function() error("deep") end, debug.traceback))
      assert(trace:find("deep\\nstack traceback:") and trace:find("function 'error'"))
      local many = {}
      for i = 1, 2000 do many[i] = i end
      assert(select("#", pcall(table.unpack, many)) == 2001)
      return "ok"
      """)
    #expect(words.words == "ok")
  }
}
