import MachinePort
import Testing

struct RequireTests {
  private func host(_ modules: [String: String]) throws -> ScriptedHost {
    try ScriptedHost { request in
      guard case .module(let name) = request else { return nil }
      guard let source = modules[name] else {
        return .error(#"{"kind":"usage","message":"there is no module '\#(name)'"}"#)
      }
      return .source("@\(name).lua", source)
    }
  }

  @Test func `a module is loaded once, and may wait while it loads`() throws {
    let host = try host(["lib": "time.sleep(1) count = (count or 0) + 1 return { n = count }"])
    host.run("print(require('lib').n, require('lib').n, require('lib') == require('lib'))")
    #expect(host.output == "1\t1\ttrue\n")
    #expect(host.requests.filter { $0 == .module("lib") }.count == 1)
  }

  @Test func `what is there from the start can be required as well`() throws {
    let host = try host([:])
    host.run(
      """
      for _, name in ipairs { "json", "string", "table", "math", "utf8", "coroutine", "os", "meta", "_G", "csv" } do
        if require(name) ~= _G[name] then print(name) end
      end
      """)
    #expect(host.failure == nil)
    #expect(host.output == "")
  }

  @Test func `two tasks that need one module load it once`() throws {
    let host = try host(["lib": "time.sleep(1) count = (count or 0) + 1 return { n = count }"])
    host.run(
      """
      local r = parallel.map({ 1, 2, 3 }, function() return require("lib").n end)
      print(json.encode(r))
      """)
    #expect(host.output == "[1,1,1]\n")
  }

  @Test func `a module that requires itself is an error`() throws {
    let host = try host(["a": "return require 'b'", "b": "return require 'a'"])
    host.run("require 'a'")
    #expect(host.failure?.message.contains("requires itself") == true)
  }

  @Test func `a module that failed can be tried again`() throws {
    let host = try host(["bad": "error('no', 0)"])
    host.run("print(pcall(require, 'bad')) print(pcall(require, 'bad'))")
    #expect(host.output == "false\tno\nfalse\tno\n")
  }

  @Test func `an unknown module is the host's error`() throws {
    let host = try host([:])
    host.run("require 'nowhere'")
    #expect(host.failure?.message.contains("there is no module 'nowhere'") == true)
    #expect(host.failure?.line == 1)
  }

  @Test func `modules of stdlib are globals and can be required`() throws {
    let host = try host([:])
    host.run("print(require('csv') == csv, rawget(_G, 'list'), list ~= nil, nothing)")
    #expect(host.output == "true\tnil\ttrue\tnil\n")
    #expect(host.requests.isEmpty)
  }

  @Test func `the machine's own parts are out of reach`() throws {
    let host = try host([:])
    host.run("print(_G['machine/errors'], host, pcall(require, 'machine/errors'))")
    #expect(host.output.hasPrefix("nil\tnil\tfalse\t"))
  }

  @Test func `functions of the host are called with their arguments`() throws {
    let host = try ScriptedHost { request in
      switch request {
      case .module("app"): .json(#"{"kind":"functions","names":["score"]}"#)
      case .function("app.score", let arguments): .json(String(decoding: arguments, as: UTF8.self))
      default: nil
      }
    }
    host.run(
      """
      local app = require "app"
      print(json.encode(app.score("x", nil, { a = 1 })))
      print(json.encode(app.score()))
      print(pcall(function() return app.scroe end))
      """)
    #expect(host.output.hasPrefix("[\"x\",null,{\"a\":1}]\n[]\nfalse\t"))
    #expect(host.output.contains(#"did you mean "score"?"#))
  }
}
