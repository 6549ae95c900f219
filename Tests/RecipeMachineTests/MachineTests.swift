import LuaBridge
import MachinePort
import RecipeMachine
import Testing

struct MachineTests {
  @Test func `a recipe prints, waits and ends`() throws {
    let host = try ScriptedHost()
    host.run(
      """
      print("hello", 1, nil, ...)
      local before = time.now()
      time.sleep("2s")
      print(time.now() - before, arg[1], arg[0])
      """, arguments: ["a"])
    #expect(host.outcomes == [.succeeded])
    #expect(host.output == "hello\t1\tnil\ta\n2.0\ta\trecipe.lua\n")
    #expect(host.state == .ended)
  }

  @Test func `the same replies bring the same requests`() throws {
    let recipe = """
      local n = 0
      parallel.each({ 1, 2, 3, 4 }, function(item)
        time.sleep(item * math.random())
        n = n + math.floor(time.now()) % 7
        log.info("step", { n = n })
      end, { concurrency = 2 })
      print(n, math.random(1000))
      """
    let first = try ScriptedHost()
    first.run(recipe)
    let second = try ScriptedHost()
    second.run(recipe)
    #expect(first.requests == second.requests)
    #expect(first.notices == second.notices)
    #expect(first.outcomes == [.succeeded])
  }

  @Test func `log lines carry their level and fields`() throws {
    let host = try ScriptedHost()
    host.run("log.warn('careful', { b = 1, a = { true } }) log.info(42)")
    #expect(
      host.notices == [
        .log(
          level: .warn, message: Array("careful".utf8), fields: Array(#"{"a":[true],"b":1}"#.utf8)),
        .log(level: .info, message: Array("42".utf8), fields: []),
      ])
  }

  @Test func `much output is handed over in portions`() throws {
    let machine = Machine(
      MachineConfiguration(control: try #require(ControlPage.make()), files: MemoryFiles()))
    let source = "for i = 1, 10000 do print(('x'):rep(200)) end"
    var turn = machine.step([.start(Start(chunkName: "=x", source: Array(source.utf8)))])
    var turns = 1
    while turn.state == .ready {
      #expect(turn.messages.count < 2000)
      turn = machine.step([])
      turns += 1
    }
    #expect(turns > 5)
    #expect(turn.state == .ended)
  }

  @Test func `a machine that ended takes nothing more`() throws {
    let host = try ScriptedHost()
    host.run("")
    host.send(.start(Start(chunkName: "=x", source: Array("print 'again'".utf8))))
    host.send(.evaluate(source: Array("print 'again'".utf8)))
    host.send(.interrupt)
    #expect(host.output == "")
    #expect(host.outcomes == [.succeeded])
  }

  @Test func `a million rows need no million tasks`() throws {
    let host = try ScriptedHost()
    host.run(
      """
      local n = 0
      local function source() n = n + 1 if n <= 1000000 then return n end end
      print(parallel.each(source, function() end, { concurrency = 8 }))
      """, memoryLimit: 4 << 20)
    #expect(host.output == "1000000\n")
  }

  @Test func `a thousand branches at once are no trouble`() throws {
    let host = try ScriptedHost()
    host.run(
      """
      local function rows() local n = 0 return function() n = n + 1 if n <= 1000 then return n end end end
      local done = 0
      parallel.each(rows(), function(n) time.sleep(1) done = done + 1 end, { concurrency = 1000 })
      print(done, time.now())
      """)
    #expect(host.output == "1000\t1700000001.0\n")
  }

  @Test func `maps report their progress, inner ones do not`() throws {
    let host = try ScriptedHost()
    host.run(
      """
      parallel.each({ 1, 2 }, function() parallel.map({ 1 }, function() end) end, { label = "leads" })
      """)
    let reports = host.notices.compactMap { notice -> String? in
      guard case .progress(let json) = notice else { return nil }
      return String(decoding: json, as: UTF8.self)
    }
    #expect(reports.first == #"{"done":0,"id":1,"label":"leads","state":"start","total":2}"#)
    #expect(
      reports.last == #"{"done":2,"id":1,"label":"leads","note":"done","state":"end","total":2}"#)
    #expect(reports.count == 4)
  }

  @Test func `a provider description becomes JSON in a VM of its own`() throws {
    let json = try evaluateDescription(
      Array("local x = 1 return { name = 'crm', operations = {}, n = x }".utf8), name: "@crm.lua")
    #expect(String(decoding: json, as: UTF8.self) == #"{"n":1,"name":"crm","operations":{}}"#)
    #expect(throws: LuaError.self) {
      try evaluateDescription(Array("return 5".utf8), name: "@x.lua")
    }
    #expect(throws: LuaError.self) {
      try evaluateDescription(Array("return require 'x'".utf8), name: "@x.lua")
    }
  }

  @Test(arguments: [
    "setmetatable({}, {})", "coroutine.create(print)", "load('return 1')", "pcall(print)",
  ])
  func `a description has nothing with which text has crashed interpreters`(_ call: String) {
    #expect(throws: LuaError.self) {
      try evaluateDescription(Array("\(call) return {}".utf8), name: "@x.lua")
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func `a description that keeps C functions busy ends`() throws {
    let source = "local s = ('x'):rep(2000000) for i = 1, 9e6 do local t = s:upper() end return {}"
    let error = #expect(throws: LuaError.self) {
      try evaluateDescription(Array(source.utf8), name: "@x.lua")
    }
    #expect(error?.message.contains("does not end") == true)
  }

  @Test func `what a recipe must not have is not there`() throws {
    let host = try ScriptedHost()
    host.run("print(io, package, dofile, loadfile, host, os.exit, os.getenv, string.dump)")
    #expect(host.output == "nil\tnil\tnil\tnil\tnil\tnil\tnil\tnil\n")
  }
}
