import LuaBridge
import Testing

/// The hook stops whatever a recipe does, and nothing that a recipe can write catches it.
@Suite(.timeLimit(.minutes(1))) struct InterruptTests {
  static let loops: [String] = [
    "while true do end",
    "::top:: goto top",
    "repeat until false",
    "local function f() return f() end f()",
    "while true do pcall(error) end",
    "while true do pcall(function() while true do end end) end",
    "while true do xpcall(function() while true do end end, function() while true do end end) end",
    "xpcall(function() while true do end end, function(e) while true do end end)",
    "xpcall(error, function(e) while true do end end)",
    "while true do coroutine.wrap(function() while true do end end)() end",
    "while true do coroutine.resume(coroutine.create(function() while true do end end)) end",
    "coroutine.wrap(function() coroutine.wrap(function() while true do end end)() end)()",
    "local co = coroutine.wrap(function() while true do coroutine.yield() end end) while true do co() end",
    "while true do coroutine.wrap(function() end)() end",
    "while true do table.sort({ 3, 1, 2 }, function(a, b) while true do end end) end",
    "coroutine.wrap(function() table.sort({ 3, 1, 2 }, function(a, b) while true do end end) end)()",
    "while true do pcall(string.gsub, 'x', '.', function() while true do end end) end",
    "local c <close> = setmetatable({}, { __close = function() while true do end end }) while true do end",
    """
    local co = coroutine.wrap(function()
      local c <close> = setmetatable({}, { __close = function() while true do end end })
      table.sort({ 3, 1, 2 }, function() while true do end end)
    end)
    co()
    """,
    """
    local co = coroutine.create(function()
      local c <close> = setmetatable({}, { __close = function() while true do end end })
      local d <close> = setmetatable({}, { __close = function() while true do end end })
      while true do end
    end)
    coroutine.resume(co)
    while true do coroutine.close(co) end
    """,
    """
    local co = coroutine.create(function()
      local c <close> = setmetatable({}, { __close = function() while true do end end })
      coroutine.yield()
    end)
    coroutine.resume(co)
    coroutine.close(co)
    """,
    "tostring(setmetatable({}, { __tostring = function() while true do end end }))",
    "load(function() while true do end end)",
    "while true do pcall(load, function() while true do end end) end",
    "local t = setmetatable({}, { __index = function(t, k) return t[k + 1] end }) while true do pcall(function() return t[1] end) end",
    "while true do local t = {} for i = 1, 100 do t[i] = tostring(i) end end",
    "local x = {} for i = 1, 20 do x = { x, x, x, x } end while true do pcall(json.encode, x) end",
    "while true do pcall(spin) end",
    "while true do pcall(pcall, pcall, error) end",
    "for _ in function() return 1 end do end",
    "for _ in coroutine.wrap(function() while true do coroutine.yield(1) end end) do end",
  ]

  @Test(arguments: loops)
  func endlessLoopsEndWhateverTheyCatch(_ source: String) throws {
    let page = try #require(ControlPage.make())
    let fixture = try LuaFixture(control: page)
    try fixture.bind("spin") { (_) throws(LuaError) in .none }
    try interrupt(page, after: 20)
    let error = #expect(throws: LuaError.self) { try fixture.run(source) }
    #expect(error?.kind == .interrupted)
    #expect(error?.message == "the CPU limit is used up")
    page.clear()
    #expect(try fixture.run("return wait(1)").words == "1")
  }

  @Test(arguments: loops)
  func endlessLoopsEndAlsoOutsideOfTasks(_ source: String) throws {
    let page = try #require(ControlPage.make())
    let fixture = try LuaFixture(control: page)
    try fixture.bind("spin") { (_) throws(LuaError) in .none }
    try interrupt(page, after: 10)
    #expect(throws: LuaError.self) { try fixture.call(source) }
    page.clear()
    #expect(try fixture.call("return 1").words == "1")
  }

  @Test(arguments: loops)
  func aCancelledTaskEndsWhateverItCatchesAndTheOthersLive(_ source: String) throws {
    let fixture = try LuaFixture()
    try fixture.bind("spin") { (_) throws(LuaError) in .none }
    let other = try fixture.task("return wait(2)")
    _ = other.resume()
    let task = try fixture.task("pcall(wait, 1) \(source)")
    _ = task.resume()
    fixture.vm.taskCancelled = true
    guard case .failed(let error) = task.resume() else {
      Issue.record("the task went on")
      return
    }
    fixture.vm.taskCancelled = false
    #expect(error.message == "the task was cancelled")
    guard case .finished(let values) = other.resume(.values([2])) else {
      Issue.record("the other task ended")
      return
    }
    #expect(values.words == "2")
  }

  @Test func cancellationIsRaisedAgainByEveryBinding() throws {
    let fixture = try LuaFixture()
    final class Count { var calls = 0 }
    let count = Count()
    try fixture.bind("effect") { (_) throws(LuaError) in
      count.calls += 1
      return .none
    }
    let task = try fixture.task(
      """
      local c <close> = setmetatable({}, { __close = function() pcall(effect) effect() end })
      pcall(function() pcall(wait, 1) effect() end)
      effect()
      """)
    _ = task.resume()
    fixture.vm.taskCancelled = true
    guard case .failed = task.resume(.raise("gone")) else {
      Issue.record("the task went on")
      return
    }
    #expect(count.calls == 0)
  }

  @Test func aReplyThatComesAfterCancellationIsNotSeen() throws {
    let fixture = try LuaFixture()
    let task = try fixture.task("seen = wait(1)")
    _ = task.resume()
    fixture.vm.taskCancelled = true
    guard case .failed = task.resume(.values(["late"])) else {
      Issue.record("the task went on")
      return
    }
    fixture.vm.taskCancelled = false
    #expect(try fixture.call("return seen").words == "nil")
  }

  @Test func theFirstReasonStaysAndTheLastLineIsKnown() throws {
    let page = try #require(ControlPage.make())
    let fixture = try LuaFixture(control: page)
    #expect(page.reason == nil)
    Thread.run {
      while page.lastLine == 0 { Thread.sleep(milliseconds: 1) }
      page.interrupt(.wallTime)
    }
    let error = #expect(throws: LuaError.self) { try fixture.run("\n\nwhile true do end") }
    page.interrupt(.stopped)
    #expect(page.reason == .wallTime)
    #expect(error?.message == "the wall-clock limit is used up")
    #expect(error?.file == "test.lua")
    #expect(error?.line == 3)
    #expect(page.lastLine == 3)
    #expect(page.lastSource == "@test.lua")
    #expect(page.memoryInUse > 10_000)
  }

  /// Stops the VM from another thread, most likely amid the loop; each loop must end whenever it is.
  private func interrupt(_ page: ControlPage, after milliseconds: UInt32) throws {
    Thread.run {
      Thread.sleep(milliseconds: milliseconds)
      page.interrupt(.cpuTime)
    }
  }
}
