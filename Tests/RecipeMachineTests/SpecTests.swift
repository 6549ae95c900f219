import MachinePort
import Testing

/// Runs the Lua specs on the machine alone.
struct SpecTests {
  private static func specs() throws -> [String] {
    try Folder.luaFiles(below: "Tests/Specs").filter { $0.hasSuffix("_spec") }
  }

  private func source(_ name: String) throws -> String {
    String(decoding: try Folder.read("Tests/Specs/\(name).lua"), as: UTF8.self)
  }

  @Test(.timeLimit(.minutes(1)), arguments: try specs())
  func `a spec passes with scripted replies`(name: String) throws {
    let helper = try source("spec")
    let host = try ScriptedHost { request in
      request == .module("spec") ? .source("@spec.lua", helper) : nil
    }
    host.run(try source(name))
    let problem = host.failure?.message ?? host.output
    #expect(host.outcomes == [.succeeded], "\(problem)")
  }
}
