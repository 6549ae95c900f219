import LuaBridge
import Testing

/// Rule 4: running out of memory is an error like any other, wherever it happens.
@Suite(.timeLimit(.minutes(5))) struct MemoryTests {
  /// Programs that allocate in many ways; each returns 1.
  static let programs: [String] = [
    "local t = {} for i = 1, 50 do t[i] = { tostring(i) } end return 1",
    "local s = '' for i = 1, 30 do s = s .. i end return #s > 0 and 1",
    "return tonumber((string.format('%s', setmetatable({}, { __tostring = function() return '1' end }))))",
    "return #json.encode { a = { 1, 2.5, 'x' }, b = json.array(), c = json.null } > 5 and 1",
    "return json.decode('{\"a\":[1,2,{\"b\":\"text\"}],\"c\":[]}').a[1]",
    "local t = {} for i = 1, 40 do t['k' .. i] = i end return #json.encode(t) > 9 and 1",
    "return select(2, pcall(function() return 1 end))",
    "return pcall(error, { 1 }) and 2 or 1",
    "return xpcall(error, debug.traceback, 'x') and 2 or 1",
    "return coroutine.wrap(function() coroutine.yield(1) end)()",
    "return pcall(coroutine.wrap(function() error('x') end)) and 2 or 1",
    "return coroutine.resume(coroutine.create(function() local t <close> = track() error({}) end)) and 2 or 1",
    """
    local co = coroutine.create(function() local t <close> = track() coroutine.yield() end)
    coroutine.resume(co)
    return coroutine.close(co) and 1
    """,
    "return load('return ' .. 1)()",
    "return load(coroutine.wrap(function() coroutine.yield('return ') coroutine.yield('1') end))()",
    "local t = track() return t:name() == 'tracked' and 1",
    "return pcall(fail, 'no') and 2 or 1",
    "return pcall(fail, { kind = 'x' }) and 2 or 1",
    "return wait(1)",
    "return coroutine.wrap(function() return (wait(wait(1))) end)()",
    "return pcall(refuse, 'no') and 2 or 1",
    "return pcall(refuse, { kind = 'x' }) and 2 or 1",
    "return pcall(table.sort, { 2, 1 }, wait) and 2 or 1",
    "return json_reply().n",
    "local function f(n) if n == 0 then return 1 end return (f(n - 1)) end return f(300)",
    "return pcall(string.rep, 'x', 1e10) and 2 or 1",
    "return #debug.traceback('x') > 0 and 1",
    "return select('#', table.unpack({}, 1, 300)) // 300",
  ]

  private func fixture() throws -> LuaFixture {
    let fixture = try LuaFixture()
    try fixture.bind("json_reply") { (_) throws(LuaError) in
      .value(.json(Array(#"{"n":1,"list":[[],{"deep":[1,2,3]}]}"#.utf8)))
    }
    return fixture
  }

  @Test(arguments: programs)
  func outOfMemoryAtEveryAllocationIsAnErrorAndTheVMGoesOn(_ source: String) throws {
    let fixture = try fixture()
    let chunk = try fixture.vm.load(source, name: "@test.lua")
    var n = 1
    while n < 5000 {
      fixture.vm.failAllocations(from: n)
      let result = Result { () throws(LuaError) in try fixture.finish(fixture.vm.makeTask(chunk)) }
      fixture.vm.failAllocations(from: 0)
      if case .success(let values) = result, values.first?.integer == 1 { break }
      if case .failure(let error) = result {
        #expect(isOutOfMemory(error), "\(n): \(error.message)")
      }
      #expect(try fixture.run("return wait(1) + #json.encode({ 1 })").words == "4")
      n += 1
    }
    #expect(n > 3 && n < 5000)
    try fixture.vm.collectGarbage()
    #expect(fixture.tracked.count == 0)
  }

  /// A program may catch the error and turn it into something of its own; then it says so.
  private func isOutOfMemory(_ error: LuaError) -> Bool {
    error.kind == .memory || error.message.contains("memory") || error.message.contains("too many")
  }

  /// Everything that Swift does with a VM.
  static let operations: [(String, @Sendable (LuaFixture) throws -> Void)] = [
    (
      "load",
      { _ = try $0.vm.load("local a = 'text' return a .. 1, function() end", name: "@x.lua") }
    ),
    ("makeFunction", { _ = try $0.vm.makeFunction("f") { (_) throws(LuaError) in .none } }),
    (
      "makeTable",
      { _ = try $0.vm.makeTable([("a", 1), ("b", "text"), ("c", .json(Array("[{}]".utf8)))]) }
    ),
    ("setGlobal", { try $0.vm.setGlobal("fresh", .bytes([1, 2, 3])) }),
    ("global", { _ = try $0.vm.global("string") }),
    (
      "call",
      {
        let f = try $0.vm.load("return ...", name: "=f")
        _ = try $0.vm.call(
          f, [.bytes([UInt8](repeating: 65, count: 3000)), .object(Tracked($0.tracked))])
      }
    ),
    ("results", { _ = try $0.vm.call($0.vm.load("return {}, {}, ('x'):rep(99)", name: "=f")) }),
    (
      "error",
      { fixture in
        let f = try fixture.vm.load("error({ message = ('x'):rep(99) })", name: "=f")
        do { _ = try fixture.vm.call(f) } catch let error as LuaError where error.kind != .memory {}
      }
    ),
    (
      "encodeJSON",
      { _ = try $0.vm.encodeJSON($0.vm.makeTable([("a", .json(Array("[1,2]".utf8)))])) }
    ),
    (
      "register",
      { fixture in
        final class Thing {}
        try fixture.vm.register(
          Thing.self, name: "thing", methods: [("touch", { (_) throws(LuaError) in .none })])
        try fixture.vm.setGlobal("thing", .object(Thing()))
      }
    ),
  ]

  @Test(arguments: operations)
  func outOfMemoryInEveryOperationOfSwiftIsAnErrorThatItThrows(
    _ name: String, _ operation: @Sendable (LuaFixture) throws -> Void
  ) throws {
    let fixture = try fixture()
    var n = 1
    while n < 5000 {
      fixture.vm.failAllocations(from: n)
      let result = Result { try operation(fixture) }
      fixture.vm.failAllocations(from: 0)
      guard case .failure(let error as LuaError) = result else { break }
      #expect(isOutOfMemory(error), "\(n): \(error.message)")
      #expect(try fixture.run("return wait(1)").words == "1")
      n += 1
    }
    #expect(n < 5000)
    try fixture.vm.collectGarbage()
    #expect(fixture.tracked.count == 0)
  }

  @Test(arguments: programs)
  func nothingIsLostWhenEveryAllocationCollects(_ source: String) throws {
    let fixture = try fixture()
    let chunk = try fixture.vm.load(source, name: "@test.lua")
    let task = try fixture.vm.makeTask(chunk)
    fixture.vm.collectAtEveryAllocation(true)
    #expect(try fixture.finish(task).first?.integer == 1)
  }

  @Test(arguments: operations)
  func everyOperationOfSwiftWorksWhenEveryAllocationCollects(
    _ name: String, _ operation: @Sendable (LuaFixture) throws -> Void
  ) throws {
    let fixture = try fixture()
    fixture.vm.collectAtEveryAllocation(true)
    try operation(fixture)
  }

  static let bombs: [String] = [
    "local t = {} for i = 1, math.huge do t[i] = i end",
    "local s = 'x' while true do s = s .. s end",
    "string.rep('x', 1 << 40)",
    "string.rep('x', 1 << 30, 'y')",
    "local t = {} for i = 1, 1e6 do t[i] = ('x'):rep(1000) end",
    "local s = ('x'):rep(1 << 20) local t = {} for i = 1, 1000 do t[i] = s end table.concat(t)",
    "local s = ('x'):rep(1 << 20) string.gsub(s, '.', s)",
    "local s = ('x'):rep(1 << 20) local t = {} for i = 1, 1000 do t[i] = s end json.encode(t)",
    "local x = {} for i = 1, 100 do x = { x, x, x } end json.encode(x)",
    "json.decode('[' .. ('1,'):rep(4e6) .. '1]')",
    "json.decode('[\"' .. ('x'):rep(30e6) .. '\"]')",
    "local t = {} while true do t = { t } end",
    "local function f() return f(), f() end f()",
    "local co = {} for i = 1, 1e9 do co[i] = coroutine.create(f) end",
    "local co = {} for i = 1, 1e9 do co[i] = coroutine.wrap(function() coroutine.yield() end) co[i]() end",
    "local t = {} for i = 1, 1e9 do t[i] = track() end",
    "load(function() return ('x'):rep(1 << 20) .. ' ' end)()",
    "utf8.char(table.unpack({}, 1, 1e6))",
    "local t = setmetatable({}, { __index = function(t, k) return t[k .. 'x'] end }) return t.x",
    "string.pack(('s'):rep(100), table.unpack((function() local t = {} for i = 1, 100 do t[i] = ('x'):rep(1 << 20) end return t end)()))",
  ]

  @Test(arguments: bombs)
  func bombsAreErrorsWithinTheLimit(_ source: String) throws {
    let limit = 24 << 20
    let fixture = try LuaFixture(memoryLimit: limit)
    let error = #expect(throws: LuaError.self) { try fixture.run(source) }
    #expect(error?.kind == .memory || error?.kind == .runtime)
    #expect(fixture.vm.memoryInUse <= limit)
    let caught = try fixture.run(
      "local ok, why = pcall(load(...)) collectgarbage('count') return wait(ok)", [.string(source)])
    #expect(caught.words == "false")
    try fixture.vm.collectGarbage()
    try fixture.vm.collectGarbage()  // what a finalizer has seen is freed by the next one
    #expect(fixture.vm.memoryInUse < 4 << 20)
    fixture.vm.close()
    #expect(fixture.tracked.count == 0)
  }

  @Test func deepRecursionOfEveryKindIsAnError() throws {
    for source in [
      "local function f() return 1 + f() end f()",
      "local function f() pcall(f) error('x') end f()",
      "local function f() return (string.gsub('x', '.', f)) end f()",
      "local t = setmetatable({}, {}) getmetatable(t).__index = t return t.x",
      "local t = {} getmetatable(setmetatable(t, {})).__tostring = function() return tostring(t) end tostring(t)",
      "local t = setmetatable({}, {}) getmetatable(t).__index = function(t, k) return t[k] end return t.x",
      "local function f() local c <close> = setmetatable({}, { __close = f }) end f()",
      "local s = ('('):rep(1000) .. ('x'):rep(10) return load('return ' .. s)()",
      "local function f(a, b) table.sort({ 1, 2, 3 }, f) return false end f()",
      "local function f() return load(f)() end f()",
      "string.find(('a'):rep(300000), ('a?'):rep(300000))",
      "error(setmetatable({}, { __tostring = error }))",
      "local function f() error(f) end xpcall(f, f) error('ended')",
    ] {
      let fixture = try LuaFixture()
      #expect(throws: LuaError.self, "\(source)") { try fixture.run(source) }
      #expect(try fixture.run("return wait(1)").words == "1")
    }
  }

  @Test func aVMWithTooLittleMemoryCannotBeMade() {
    for limit in [-1, 0, 100, 1000, 5000, 10_000] {
      let error = #expect(throws: LuaError.self) {
        try LuaVM(options: LuaOptions(memoryLimit: limit))
      }
      #expect(error?.kind == .memory)
    }
  }

  @Test func theTextsThatLuaNeedsWithoutProtectionExistBeforehand() throws {
    let fixture = try LuaFixture()
    // Each of these makes Lua report a failure where an allocation that fails would abort the process.
    for source in [
      "local function f() error(f) end return xpcall(f, f)",
      "local co = coroutine.wrap(function() end) co() return pcall(co)",
      """
      local co = coroutine.create(function() end)
      local function f() return (string.gsub("x", ".", f)) end
      return xpcall(f, function() return select(2, coroutine.resume(co)) end)
      """,
      "local function f(n) return coroutine.wrap(function() return f(n + 1) end)() end return pcall(f, 1)",
      "local function f(n) return coroutine.resume(coroutine.create(function() return f(n + 1) end)) end return f(1)",
    ] {
      let chunk = try fixture.vm.load(source, name: "@test.lua")
      var n = 1
      while n < 3000 {
        let task = try fixture.vm.makeTask(chunk)
        fixture.vm.failAllocations(from: n)
        let result = Result { () throws(LuaError) in try fixture.finish(task) }
        fixture.vm.failAllocations(from: 0)
        if case .success = result { break }
        n += n < 200 ? 1 : 7
      }
      #expect(n < 3000)
    }
  }
}
