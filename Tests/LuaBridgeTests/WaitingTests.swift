import LuaBridge
import Testing

/// A binding that waits suspends its task wherever Lua can be suspended, and is a good error where it cannot.
@Suite struct WaitingTests {
  /// Places from which a wait reaches the scheduler; each returns what its waits answered.
  static let places: [(String, String)] = [
    ("the main chunk", "return wait(1)"),
    ("pcall", "return select(2, pcall(wait, 1))"),
    ("pcall of a function", "return select(2, pcall(function() return (wait(1)) end))"),
    ("xpcall", "return select(2, xpcall(function() return (wait(1)) end, debug.traceback))"),
    ("nested pcalls", "return select(4, pcall(pcall, pcall, wait, 1))"),
    ("an iterator", "for v in function(_, v) if not v then return wait(1) end end do return v end"),
    ("a generator", "return coroutine.wrap(function() return wait(1) end)()"),
    (
      "resume",
      "return select(2, coroutine.resume(coroutine.create(function() return wait(1) end)))"
    ),
    (
      "a generator in a generator",
      """
      return coroutine.wrap(function()
        return coroutine.wrap(function() return coroutine.wrap(wait)(1) end)()
      end)()
      """
    ),
    (
      "between yields",
      """
      local out = {}
      for v in coroutine.wrap(function()
        for i = 1, 3 do coroutine.yield(wait(i)) wait("unused") end
      end) do out[#out + 1] = v end
      assert(table.concat(out) == "123")
      return 1
      """
    ),
    ("__index", "return setmetatable({}, { __index = function() return wait(1) end }).x"),
    (
      "__newindex",
      "local v setmetatable({}, { __newindex = function(_, _, n) v = wait(n) end }).x = 1 return v"
    ),
    ("__call", "return setmetatable({}, { __call = function(_, n) return wait(n) end })(1)"),
    ("__add", "return setmetatable({}, { __add = function(_, n) return wait(n) end }) + 1"),
    ("__concat", "return setmetatable({}, { __concat = function(_, n) return wait(n) end }) .. 1"),
    ("__len", "return #setmetatable({}, { __len = function() return wait(1) end })"),
    (
      "__eq",
      """
      local mt = { __eq = function() return wait(true) end }
      return setmetatable({}, mt) == setmetatable({}, mt) and 1
      """
    ),
    (
      "__lt",
      """
      local mt = { __lt = function() return wait(true) end }
      return setmetatable({}, mt) < setmetatable({}, mt) and 1
      """
    ),
    (
      "__close",
      "local v do local c <close> = setmetatable({}, { __close = function() v = wait(1) end }) end return v"
    ),
    (
      "__close on an error",
      """
      local v
      pcall(function()
        local c <close> = setmetatable({}, { __close = function() v = wait(1) end })
        error("x")
      end)
      return v
      """
    ),
    ("__pairs", "return (pairs(setmetatable({}, { __pairs = function() return wait(1) end })))"),
    (
      "coroutine.close",
      """
      local v
      local co = coroutine.create(function()
        local c <close> = setmetatable({}, { __close = function() v = wait(1) end })
        coroutine.yield()
      end)
      coroutine.resume(co)
      assert(coroutine.close(co))
      return v
      """
    ),
    ("a chunk that was loaded", "return load('return wait(1)')()"),
    ("a tail call", "local function f() return wait(1) end return f()"),
  ]

  @Test(arguments: places)
  func theHostCanBeWaitedForIn(_ place: String, _ source: String) throws {
    #expect(try LuaFixture().run(source).words == "1")
  }

  @Test(arguments: places)
  func theHostCanBeWaitedForWhileEveryAllocationCollectsIn(_ place: String, _ source: String) throws
  {
    let fixture = try LuaFixture()
    let task = try fixture.task(source)
    fixture.vm.collectAtEveryAllocation(true)
    #expect(try fixture.finish(task).words == "1")
  }

  /// Places where Lua cannot be suspended, and what the message calls them.
  static let barriers: [(String, String)] = [
    ("table.sort({ 2, 1 }, function(a, b) return wait(a) < b end)", "'table.sort'"),
    ("string.gsub('x', '.', function() return wait(1) end)", "'string.gsub'"),
    ("local s = 'x' s:gsub('.', function() return wait(1) end)", "'string.gsub'"),
    ("tostring(setmetatable({}, { __tostring = function() return wait('') end }))", "'tostring'"),
    (
      "string.format('%s', setmetatable({}, { __tostring = function() return wait('') end }))",
      "'string.format'"
    ),
    (
      "table.concat(setmetatable({}, { __len = function() return 1 end, __index = function() return wait('') end }))",
      "'table.concat'"
    ),
    ("assert(load(function() return wait(nil) end))", "'load'"),
    (
      "for _ in ipairs(setmetatable({}, { __index = function() return wait(nil) end })) do end",
      "the '__index' that 'ipairs' calls"
    ),
    (
      "table.unpack(setmetatable({}, { __index = function() return wait(1) end }), 1, 1)",
      "'table.unpack'"
    ),
    (
      "table.insert(setmetatable({}, { __len = function() return wait(0) end }), 1)",
      "'table.insert'"
    ),
    (
      "local why xpcall(error, function() why = select(2, pcall(wait, 1)) end) error(why, 0)",
      "the message handler of 'xpcall'"
    ),
    (
      "table.sort({ 2, 1 }, function(a, b) pcall(function() wait(1) end) return wait(a) < b end)",
      "'table.sort'"
    ),
    (
      "table.sort({ 2, 1 }, function(a, b) return coroutine.wrap(function() return wait(a) end)() < b end)",
      "'table.sort'"
    ),
    (
      """
      local co = coroutine.create(function()
        local c <close> = setmetatable({}, { __close = function() wait(1) end })
        coroutine.yield()
      end)
      coroutine.resume(co)
      local function closing() local ok, why = coroutine.close(co) if not ok then error(why, 0) end end
      table.sort({ 2, 1 }, closing)
      """, "'table.sort'"
    ),
    ("local s = table.sort s({ 2, 1 }, function(a, b) return wait(a) < b end)", "'table.sort'"),
  ]

  @Test(arguments: barriers)
  func whereLuaCannotBeSuspendedTheErrorNamesThePlace(_ source: String, _ place: String) throws {
    let fixture = try LuaFixture()
    let error = #expect(throws: LuaError.self) { try fixture.run(source) }
    #expect(
      error?.message.contains("has to wait, which is impossible inside \(place)") == true,
      "\(error?.message ?? "")")
    #expect(error?.file == "test.lua")
    #expect(try fixture.run("return wait(1)").words == "1")
  }

  @Test func aCallOfTheHostCannotWait() throws {
    let error = #expect(throws: LuaError.self) { try LuaFixture().call("wait(1)") }
    #expect(error?.message.contains("inside a function that the host calls") == true)
  }

  @Test func aFunctionThatWaitsWithoutAskingWhetherItMayIsAnErrorToo() throws {
    let fixture = try LuaFixture()
    try fixture.bind("rash") { (_) throws(LuaError) in .wait }
    for source in [
      "table.sort({ 2, 1 }, rash)", "table.sort({ 2, 1 }, coroutine.wrap(function() rash() end))",
    ] {
      let error = #expect(throws: LuaError.self) { try fixture.run(source) }
      #expect(error?.message.contains("impossible inside 'table.sort'") == true)
    }
    #expect(throws: LuaError.self) { try fixture.call("rash()") }
  }

  @Test func theMessageTakesTheNameThatTheFunctionGives() throws {
    let fixture = try LuaFixture()
    try fixture.bind("send") { (call) throws(LuaError) in
      try call.requireWaitable(as: "crm.leads.upsert")
      return .none
    }
    let error = #expect(throws: LuaError.self) { try fixture.run("('x'):gsub('.', send)") }
    #expect(error?.message.contains("'crm.leads.upsert' has to wait") == true)
  }

  @Test func anErrorOfTheHostIsRaisedWhereTheFunctionWaits() throws {
    let words = try LuaFixture().run(
      """
      local _, text = pcall(function()
        refuse("no luck")
      end)
      local _, object = pcall(coroutine.wrap(function(e) refuse(e) end), json.decode '{"kind":"x"}')
      local ok, none = pcall(refuse, nil)
      return text, object.kind, object.where, ok, none
      """)
    #expect(words.words == "test.lua:2: no luck x test.lua:4 false nil")
  }

  @Test func aReplyThatCannotBeMadeIsRaisedWhereTheFunctionWaits() throws {
    let fixture = try LuaFixture()
    let foreign = try LuaVM().makeTable()
    let task = try fixture.task(
      """
      local out = {}
      for i = 1, 3 do out[i] = select(2, pcall(wait, i)) end
      return table.unpack(out)
      """)
    _ = task.resume()
    _ = task.resume(.values([.json(Array("{\"a\":".utf8))]))
    _ = task.resume(.values([.reference(foreign)]))
    guard case .finished(let values) = task.resume(.raise(.json(Array("}".utf8)))) else {
      Issue.record("the task did not finish")
      return
    }
    #expect(values[0].string?.contains("malformed JSON") == true)
    #expect(values[1].string?.contains("another VM") == true)
    #expect(values[2].string?.contains("malformed JSON") == true)
  }

  @Test func manyTasksWaitAtOnceAndEachGetsItsOwnReply() throws {
    let fixture = try LuaFixture()
    let source =
      "local n = ... local sum = 0 for i = 1, 10 do sum = sum + wait(i) end return n, sum"
    let tasks = try (1...100).map { try fixture.task(source, [.integer($0)]) }
    for task in tasks { _ = task.resume() }
    for round in 1...10 {
      for (number, task) in tasks.enumerated().reversed() {
        let outcome = task.resume(.values([.integer(Int64(number))]))
        guard round == 10 else { continue }
        guard case .finished(let values) = outcome else {
          Issue.record("task \(number) did not finish")
          continue
        }
        #expect(values.words == "\(number + 1) \(number * 10)")
      }
    }
  }

  @Test func aRecipeCannotTouchACoroutineThatWaitsForTheHost() throws {
    let fixture = try LuaFixture()
    let first = try fixture.task(
      """
      main = coroutine.running()
      co = coroutine.create(function() return wait("reply") end)
      return coroutine.resume(co)
      """)
    _ = first.resume()
    let generation = first.generation
    try fixture.run(
      """
      for _, thread in ipairs { main, co } do
        assert(coroutine.status(thread) == "normal")
        assert(select(2, coroutine.resume(thread, "forged")) == "cannot resume non-suspended coroutine")
        assert(not pcall(coroutine.close, thread))
        assert(not pcall(coroutine.wrap(function() return coroutine.resume(thread) end)) or true)
      end
      """)
    #expect(first.generation == generation)
    guard case .finished(let values) = first.resume(.values(["reply"])) else {
      Issue.record("the task did not finish")
      return
    }
    #expect(values.words == "true reply")
    #expect(
      try fixture.run("return coroutine.status(main), coroutine.status(co)").words == "dead dead")
  }

  @Test func aTaskThatEndedOrRunsCannotBeResumed() throws {
    let fixture = try LuaFixture()
    let task = try fixture.task("return 1")
    _ = task.resume()
    guard case .failed(let error) = task.resume(.values(["late"])) else {
      Issue.record("an ended task was resumed")
      return
    }
    #expect(error.kind == .usage)
    #expect(task.generation == 1)
    defer { fixture.vm.close() }  // its function holds a task, which holds the VM
    let itself = try fixture.task("return again()")
    try fixture.bind("again") { (_) throws(LuaError) in
      guard case .failed(let error) = itself.resume() else { return .none }
      return .value(.string(error.message))
    }
    #expect(try fixture.finish(itself).words == "a task that runs cannot be resumed")
  }

  @Test func closingATaskThatWaitsUnwindsItsWholeChain() throws {
    let fixture = try LuaFixture()
    let task = try fixture.task(
      """
      log = {}
      local function guard(name)
        return setmetatable({}, { __close = function() log[#log + 1] = name end })
      end
      local outer <close> = guard "outer"
      pcall(coroutine.wrap(function()
        local middle <close> = guard "middle"
        coroutine.resume(coroutine.create(function()
          local inner <close> = guard "inner"
          xpcall(wait, function() log[#log + 1] = "handler" end)
          log[#log + 1] = "went on"
        end))
        log[#log + 1] = "went on"
      end))
      log[#log + 1] = "went on"
      """)
    _ = task.resume()
    task.close()
    task.close()
    #expect(task.state == .ended)
    #expect(!fixture.vm.taskCancelled)
    #expect(try fixture.run("return table.concat(log, ' ')").words == "inner middle outer")
  }

  @Test func closingATaskThatNeverStartedRunsNothing() throws {
    let fixture = try LuaFixture()
    let task = try fixture.task("ran = true")
    task.close()
    #expect(task.state == .ended)
    #expect(try fixture.call("return ran").words == "nil")
  }

  @Test func tasksResumedInsideTasksAreBounded() throws {
    let fixture = try LuaFixture()
    try fixture.bind("nest") { (call) throws(LuaError) in
      let task = try call.vm.makeTask(try call.function(1))
      switch task.resume() {
      case .finished(let values): return .values(values)
      case .failed(let error): throw error
      case .waiting:
        task.close()
        return .value("waited")
      }
    }
    #expect(try fixture.run("return nest(function() return nest(wait) end)").words == "waited")
    let error = #expect(throws: LuaError.self) {
      try fixture.run("local function f() return nest(f) end f()")
    }
    #expect(error?.message.contains("deep") == true)
  }
}
