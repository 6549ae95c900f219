import Testing

@testable import ProspectRuntime

/// The machine in which the descriptions of strangers are evaluated.
@Suite(.timeLimit(.minutes(1))) struct DescriptionMachineTests {
  private func evaluate(_ source: String, _ driver: Driver) throws -> String {
    let machine = try DescriptionMachine(executable: driver.isolation.executable([:]))
    return String(
      decoding: try machine.evaluate(Array(source.utf8), name: "providers/x.lua"), as: UTF8.self)
  }

  @Test(arguments: Driver.allCases)
  func `the table comes back as JSON`(_ driver: Driver) throws {
    #expect(try evaluate("return { name = 'x', n = 1 << 3 }", driver) == #"{"n":8,"name":"x"}"#)
  }

  @Test(arguments: Driver.allCases)
  func `what goes wrong names the place`(_ driver: Driver) throws {
    let error = #expect(throws: RequestRefusal.self) {
      try evaluate("\nreturn { name = nil .. 'x' }", driver)
    }
    #expect(error?.message.contains("providers/x.lua:2: attempt to concatenate") == true)
  }

  @Test(arguments: Driver.allCases)
  func `a text that does not end is ended`(_ driver: Driver) throws {
    let error = #expect(throws: RequestRefusal.self) { try evaluate("while true do end", driver) }
    #expect(error?.message.contains("does not end") == true)
  }

  @Test func `a machine that dies takes nobody along`() throws {
    let folder = try TemporaryFolder()
    let worker = try folder.write("#!/bin/sh\nkill -SEGV $$\n", to: "worker", executable: true)
    let machine = try DescriptionMachine(executable: worker)
    let error = #expect(throws: RequestRefusal.self) {
      try machine.evaluate(Array("return {}".utf8), name: "providers/x.lua")
    }
    #expect(error?.message.contains("providers/x.lua ends its interpreter") == true)
  }
}
