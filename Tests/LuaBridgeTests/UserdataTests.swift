import LuaBridge
import Testing

/// Rule 5: a Swift object in a userdata is released exactly once, and never while Lua runs.
@Suite struct UserdataTests {
  @Test func anObjectIsReleasedOnceWhenItsUserdataIsCollected() throws {
    let fixture = try LuaFixture()
    try fixture.call("for i = 1, 1000 do track() end")
    try fixture.vm.collectGarbage()
    #expect(fixture.tracked.total == 1000)
    #expect(fixture.tracked.count == 0)
  }

  @Test func objectsThatAreAliveWhenTheVMClosesAreReleasedOnce() throws {
    let fixture = try LuaFixture()
    try fixture.call("keep = { track(), track() } keep.self = keep")
    fixture.vm.close()
    #expect(fixture.tracked.total == 2)
    #expect(fixture.tracked.count == 0)
  }

  @Test func theVMGoesWithAllItsObjects() throws {
    let counter = Counter()
    do {
      let vm = try LuaVM()
      try vm.register(Tracked.self, name: "tracked", methods: [])
      try vm.setGlobal("keep", .object(Tracked(counter)))
      #expect(counter.count == 1)
    }
    #expect(counter.count == 0)
  }

  @Test func oneObjectInManyUserdataIsReleasedByEach() throws {
    let fixture = try LuaFixture()
    var shared: Tracked? = Tracked(fixture.tracked)
    for i in 1...50 {
      try fixture.vm.setGlobal("u\(i)", .object(try #require(shared)))
    }
    shared = nil
    #expect(fixture.tracked.count == 1)
    try fixture.call("for i = 1, 50 do _G['u' .. i] = nil end")
    try fixture.vm.collectGarbage()
    #expect(fixture.tracked.count == 0)
  }

  @Test func aResurrectedUserdataIsEmptyAndReleasedOnce() throws {
    let fixture = try LuaFixture()
    // A weak key outlives the finalizer by one collection, so a recipe can meet a userdata that was finalized.
    try fixture.call("weak = setmetatable({}, { __mode = 'k' }) weak[track()] = true")
    try fixture.vm.collectGarbage()
    #expect(fixture.tracked.count == 0)
    let words = try fixture.call(
      """
      local found = next(weak)
      assert(type(found) == "userdata")
      return select(2, pcall(found.name, found))
      """)
    #expect(words.words.contains("tracked expected, got userdata"))
    try fixture.vm.collectGarbage()
    #expect(fixture.tracked.total == 1)
    #expect(fixture.tracked.count == 0)
  }

  @Test func anObjectWhoseFinalizerCouldNotRunIsReleasedWithTheVM() throws {
    let fixture = try LuaFixture()
    // At the limit of the C stack Lua calls no finalizers, and forgets them.
    try fixture.call(
      """
      local function down()
        for i = 1, 50 do track() end
        local ok = pcall(string.gsub, "x", ".", down)
        if not ok then for i = 1, 20000 do local t = { i } end end
      end
      down()
      pcall(down)
      """)
    try fixture.vm.collectGarbage()
    fixture.vm.close()
    #expect(fixture.tracked.total > 1000)
    #expect(fixture.tracked.count == 0)
  }

  @Test func aDeinitMayUseTheVM() throws {
    let fixture = try LuaFixture()
    let (vm, tracked) = (fixture.vm, fixture.tracked)
    defer { vm.close() }  // its function holds it
    final class Log { var lines: [String] = [] }
    let log = Log()
    try fixture.bind("greedy") { (_) throws(LuaError) in
      let object = Tracked(tracked)
      object.onDeinit = { [unowned vm] in
        log.lines.append(
          (try? vm.call(vm.load("return { 1, 2 }, ('x'):rep(3)", name: "=d")).words) ?? "error")
      }
      return .value(.object(object))
    }
    // Collections happen amid batches: objects die while others are made.
    try fixture.call(
      "for i = 1, 500 do local t = { greedy(), json.decode('[1,[2,[3]]]'), ('y'):rep(i) } end")
    try vm.collectGarbage()
    #expect(log.lines.count == 500)
    #expect(Set(log.lines) == ["table xxx"])
  }

  @Test func onlyItsOwnTypePassesForAnObject() throws {
    let fixture = try LuaFixture()
    final class Other {}
    try fixture.vm.register(Other.self, name: "other", methods: [])
    try fixture.bind("other") { (_) throws(LuaError) in .value(.object(Other())) }
    let words = try fixture.call(
      """
      local name, out = track().name, {}
      for _, wrong in ipairs { other(), {}, "x", json.null, print or 1, coroutine.create(next) } do
        out[#out + 1] = select(2, pcall(name, wrong)):match("got (.*)%)")
      end
      out[#out + 1] = select(2, pcall(name)):match("got (.*)%)")
      return table.concat(out, " ")
      """)
    #expect(words.words == "userdata table string json.null number thread no value")
  }

  @Test func theMetatableOfATypeIsOutOfReach() throws {
    let fixture = try LuaFixture()
    #expect(try fixture.call("return getmetatable(track())").words == "false")
    #expect(throws: LuaError.self) { try fixture.call("setmetatable(track(), {})") }
    // A method called __gc would replace the one that gives the object up.
    final class Sly {}
    try fixture.vm.register(
      Sly.self, name: "sly", methods: [("__gc", { (_) throws(LuaError) in .none })])
    try fixture.vm.setGlobal("sly", .object(Sly()))
    try fixture.call("sly = nil")
    try fixture.vm.collectGarbage()
  }

  @Test func closeVariablesCloseObjectsAlsoWhenTheTaskIsCancelled() throws {
    let fixture = try LuaFixture()
    let object = Tracked(fixture.tracked)
    try fixture.vm.setGlobal("object", .object(object))
    let task = try fixture.task("local o <close> = object wait(1)")
    _ = task.resume()
    #expect(!object.isClosed)
    fixture.vm.taskCancelled = true
    guard case .failed(let error) = task.resume(.values([])) else {
      Issue.record("a cancelled task went on")
      return
    }
    fixture.vm.taskCancelled = false
    #expect(error.kind == .interrupted)
    #expect(object.isClosed)
  }
}
