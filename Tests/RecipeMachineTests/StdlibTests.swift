import LuaBridge
import MachinePort
import Testing

@testable import RecipeMachine

struct StdlibTests {
  @Test func `every Lua file of stdlib is embedded as it is`() throws {
    let paths = try Folder.luaFiles(below: "stdlib")
    #expect(paths.contains("parallel") && paths.contains("machine/boot"))
    for path in paths {
      let embedded = try #require(Stdlib.source(path), "\(path).lua has no row in CStdlib.c")
      #expect(embedded == (try Folder.read("stdlib/\(path).lua")), "\(path).lua")
    }
  }

  @Test func `every provider description can be evaluated`() throws {
    for path in try Folder.luaFiles(below: "stdlib") where path.hasPrefix("providers/") {
      let source = try #require(Stdlib.source(path))
      let json = try evaluateDescription(source, name: "@\(path).lua")
      #expect(String(decoding: json, as: UTF8.self).contains(#""operations":{"#), "\(path)")
    }
  }

  @Test func `every provider can be required and knows its operations`() throws {
    for path in try Folder.luaFiles(below: "stdlib") where path.hasPrefix("providers/") {
      let name = String(path.dropFirst("providers/".count))
      let json = try evaluateDescription(try #require(Stdlib.source(path)), name: "@x.lua")
      let description = String(decoding: json, as: UTF8.self)
      let host = try ScriptedHost { $0 == .module(name) ? .provider(description) : nil }
      host.run("local n = 0 for _ in pairs(require '\(name)') do n = n + 1 end print(n > 0)")
      #expect(host.output == "true\n", "\(host.failure?.message ?? "")")
    }
  }

  @Test(arguments: ["", "nowhere", "machine", "machine/", "../stdlib/csv", "csv.lua"])
  func `a name that is no file gives nothing`(path: String) {
    #expect(Stdlib.source(path) == nil)
  }
}
