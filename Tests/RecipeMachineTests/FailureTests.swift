import MachinePort
import RecipeMachine
import Testing

struct FailureTests {
  @Test func `an error names file and line of the recipe`() throws {
    let host = try ScriptedHost()
    host.run("local x\n\nx.y = 1")
    let failure = try #require(host.failure)
    #expect(failure.kind == .error)
    #expect(failure.file == "recipe.lua")
    #expect(failure.line == 3)
    #expect(failure.message.contains("attempt to index a nil value"))
    #expect(failure.traceback.contains("recipe.lua:3"))
  }

  @Test func `text that is no Lua fails as syntax`() throws {
    let host = try ScriptedHost()
    host.run("local = 1")
    #expect(host.failure?.kind == .syntax)
    #expect(host.failure?.line == 1)
    #expect(host.state == .ended)
  }

  @Test func `running out of memory is an error, not an abort`() throws {
    let host = try ScriptedHost()
    host.run(
      "local t = {} while true do t[#t + 1] = ('x'):rep(100000) .. #t end", memoryLimit: 4 << 20)
    #expect(host.failure?.kind == .memory)
    #expect(host.state == .ended)
  }

  @Test func `endless recursion is an error with a short traceback`() throws {
    let host = try ScriptedHost()
    host.run("local function f() return 1 + f() end f()", memoryLimit: 256 << 20)
    let failure = try #require(host.failure)
    #expect(failure.message.contains("stack overflow"))
    #expect(failure.traceback.utf8.count < 10_000)
  }

  @Test func `a failed call raises one value with all its facts`() throws {
    let description =
      #"{"name":"crm","operations":{"leads.upsert":{"parameters":{"email":{"type":"string"}}}}}"#
    let host = try ScriptedHost { request in
      if request == .module("crm") { return .provider(description) }
      return .error(
        """
        {"kind":"provider","message":"email is not an address","provider":"crm",
        "operation":"leads.upsert","status":422,"code":"invalid","request_id":"r-1","attempts":1}
        """)
    }
    host.run(
      """
      local crm = require "crm"
      local ok, err = pcall(crm.leads.upsert, { email = "x" })
      print(err)
      print(err.status, err.kind, err.attempts, err.where)

      crm.leads.upsert { email = "y" }
      """)
    #expect(
      host.output == """
        crm leads.upsert: email is not an address (status 422, code invalid, request_id r-1)
        422\tprovider\t1\trecipe.lua:2

        """)
    let failure = try #require(host.failure)
    #expect(failure.line == 6)
    #expect(failure.message.hasPrefix("crm leads.upsert: email is not an address"))
    let json = String(decoding: try #require(failure.errorJSON), as: UTF8.self)
    #expect(json.contains(#""request_id":"r-1""#))
  }

  @Test func `an error in a branch keeps its own place`() throws {
    let host = try ScriptedHost()
    host.run(
      """
      local function work(n)
        local x = nil
        return x.field
      end
      parallel.each({ 1 }, work)
      """)
    let failure = try #require(host.failure)
    #expect(failure.line == 3)
    #expect(failure.traceback.contains("recipe.lua:3"))
    #expect(failure.traceback.contains("recipe.lua:5"))
  }

  @Test func `the wrong use of a module names the recipe's line`() throws {
    let host = try ScriptedHost()
    host.run("\nlocal x = parallel.map(5, print)")
    #expect(host.failure?.line == 2)
    #expect(host.failure?.file == "recipe.lua")
  }

  @Test func `tasks that wait for each other are found out`() throws {
    let host = try ScriptedHost { request in
      switch request {
      case .module("a"): .source("@a.lua", "time.sleep(1) return require 'b'")
      case .module("b"): .source("@b.lua", "time.sleep(1) return require 'a'")
      default: nil
      }
    }
    host.run("parallel.all { function() require 'a' end, function() require 'b' end }")
    let message = try #require(host.failure).message
    #expect(message.contains("waits for another one"))
    #expect(host.state == .ended)
  }
}
