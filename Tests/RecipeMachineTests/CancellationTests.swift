import LuaBridge
import MachinePort
import RecipeMachine
import Testing

@Suite(.timeLimit(.minutes(1)))
struct CancellationTests {
  private let branches = """
    local ok, problem = pcall(parallel.all, {
      slow = function() return app.slow() end,
      failing = function() app.failing() end,
    })
    print(ok, problem)
    """

  /// A host with functions `app.slow` and `app.failing`, whose calls stay open.
  private func hostWithApp() throws -> ScriptedHost {
    try ScriptedHost { request in
      request == .module("app") ? .json(#"{"kind":"functions","names":["slow","failing"]}"#) : nil
    }
  }

  private func id(of name: String, in host: ScriptedHost) throws -> UInt64 {
    try #require(
      host.open.first {
        if case .function(name, _) = $0.request { true } else { false }
      }
    ).id
  }

  @Test func `a recipe that is interrupted before its first line has not succeeded`() throws {
    let control = try #require(ControlPage.make())
    let machine = Machine(MachineConfiguration(control: control, files: MemoryFiles()))
    control.interrupt(.cancelled)
    let start = Start(chunkName: "@recipe.lua", source: Array("print(1)".utf8))
    let turn = machine.step([.start(start), .interrupt])
    guard case .finished(.failed(let failure))? = turn.messages.last else {
      Issue.record("\(turn.messages)")
      return
    }
    #expect(failure.kind == .interrupted)
    #expect(turn.messages.count == 1)
  }

  @Test func `the first error cancels the request of its sibling`() throws {
    let host = try hostWithApp()
    host.run("app = require 'app' " + branches)
    let slow = try id(of: "app.slow", in: host)
    host.fail(try id(of: "app.failing", in: host), #"{"kind":"function","message":"no"}"#)
    #expect(host.cancelled == [slow])
    #expect(host.output == "false\tno\n")
    #expect(host.outcomes == [.succeeded])
  }

  @Test func `a late reply after cancellation reaches nobody`() throws {
    let host = try hostWithApp()
    host.run("app = require 'app' " + branches + "\nprint(app.slow())")
    let cancelled = try id(of: "app.slow", in: host)
    host.fail(try id(of: "app.failing", in: host), #"{"kind":"function","message":"no"}"#)
    let current = try id(of: "app.slow", in: host)
    host.reply(cancelled, #""late""#)
    #expect(host.outcomes.isEmpty)
    host.reply(current, #""right""#)
    #expect(host.output == "false\tno\nright\n")
  }

  @Test func `a reply that nobody waits for gives its descriptor back`() throws {
    let host = try ScriptedHost()
    host.turnsClock = false
    host.run("time.sleep(1)")
    host.send(.reply(id: 999, host.files.reply(7, [])))
    #expect(host.files.closed == [7])
    host.send(.reply(id: host.open[0].id, .null))
    host.send(.reply(id: 999, host.files.reply(8, [])))
    #expect(host.files.closed == [7, 8])
    #expect(host.outcomes == [.succeeded])
  }

  @Test func `an interrupt ends a waiting recipe and runs its close variables`() throws {
    let host = try ScriptedHost()
    host.turnsClock = false
    host.run(
      """
      local _ <close> = setmetatable({}, { __close = function() closed = (closed or 0) + 1 end })
      parallel.all {
        function()
          local _ <close> = setmetatable({}, { __close = function() closed = (closed or 0) + 1 end })
          time.sleep(1)
        end,
        function() time.sleep(2) end,
      }
      """)
    #expect(host.open.count == 2)
    host.interrupt()
    #expect(host.failure?.kind == .interrupted)
    #expect(host.failure?.message == "the run was interrupted")
    #expect(host.state == .ended)
    #expect(host.open.isEmpty)
  }

  @Test(arguments: [
    "while true do pcall(time.sleep, 1) end",
    "while true do xpcall(time.sleep, function() end, 1) end",
    "local co = coroutine.wrap(function() while true do time.sleep(1) end end) while true do pcall(co) end",
    "local _ <close> = setmetatable({}, { __close = function() while true do end end }) time.sleep(1)",
    "parallel.each(function() return 1 end, function() pcall(time.sleep, 1) end)",
  ])
  func `an interrupt cannot be swallowed`(recipe: String) throws {
    let host = try ScriptedHost()
    host.turnsClock = false
    host.run(recipe)
    host.interrupt(.wallTime)
    #expect(host.failure?.kind == .limit)
    #expect(host.failure?.message == "the wall-clock limit is used up")
    #expect(host.state == .ended)
  }

  @Test func `an interrupt between two turns stops a recipe that computes`() throws {
    let host = try ScriptedHost()
    host.control.interrupt(.cpuTime)
    host.run("while true do end")
    #expect(host.failure?.kind == .limit)
    #expect(host.failure?.line == 1)
  }

  @Test func `a cancelled branch cannot wait again`() throws {
    let host = try ScriptedHost()
    host.run(
      """
      local waited = false
      pcall(parallel.all, {
        function()
          local _ <close> = setmetatable({}, { __close = function()
            time.sleep(1)
            waited = true
          end })
          time.sleep(10)
        end,
        function() time.sleep(1) error("no", 0) end,
      })
      print(waited)
      """)
    #expect(host.output == "false\n")
  }

  @Test func `a branch that was not yet begun is never begun`() throws {
    let host = try ScriptedHost()
    host.run(
      """
      local ran = false
      local list = {}
      for i = 1, 3 do list[i] = function() if i == 1 then error("first", 0) end ran = true end end
      print(pcall(parallel.all, list))
      print(ran)
      """)
    #expect(host.output == "false\tfirst\nfalse\n")
  }

  @Test func `requests that nobody waits for are given up at the end`() throws {
    let description = """
      {"name":"crm","operations":{"leads.list":{"paging":{"style":"cursor","items":"data",
      "next":"next","argument":"cursor"},"parameters":{"cursor":{"type":"string"}}}}}
      """
    var asked = 0
    let host = try ScriptedHost { request in
      if request == .module("crm") { return .provider(description) }
      guard case .call = request else { return nil }
      asked += 1
      return asked == 1 ? .json(#"{"data":[1,2],"next":"b"}"#) : nil
    }
    host.run("for lead in require('crm').leads.list() do print(lead) break end")
    #expect(host.output == "1\n")
    #expect(asked == 2)
    #expect(host.cancelled.count == 1)
    #expect(host.outcomes == [.succeeded])
  }
}
