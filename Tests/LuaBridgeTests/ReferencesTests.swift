import LuaBridge
import Synchronization
import Testing

/// Rule 5: references are released on the owner, and inert when their VM is gone.
@Suite struct ReferencesTests {
  @Test func aReferenceKeepsItsValueAliveAndDroppingItGivesTheValueUp() throws {
    let fixture = try LuaFixture()
    var table: LuaReference? = try fixture.call("return { track() }").first?.reference
    try fixture.vm.collectGarbage()
    #expect(fixture.tracked.count == 1)
    #expect(table?.kind == .table)
    table = nil
    try fixture.vm.collectGarbage()
    #expect(fixture.tracked.count == 0)
  }

  @Test func referencesMayBeDroppedOnAnyThreadAndTheOwnerReleasesThem() throws {
    let fixture = try LuaFixture()
    let dropped = Mutex(
      try fixture.call(
        "local t = {} for i = 1, 500 do t[i] = { track() } end return table.unpack(t)"
      ).compactMap(\.reference))
    Thread.runAndWait {
      Thread.runAndWait { dropped.withLock { $0.removeLast(250) } }
      dropped.withLock { $0 = [] }
    }
    // Nothing has been released behind the owner's back.
    #expect(fixture.tracked.count == 500)
    try fixture.vm.collectGarbage()
    #expect(fixture.tracked.count == 0)
  }

  @Test func anchorsAreUsedAgain() throws {
    let fixture = try LuaFixture()
    let before = fixture.vm.memoryInUse
    for _ in 1...20_000 { _ = try fixture.vm.makeTable() }
    try fixture.vm.collectGarbage()
    #expect(fixture.vm.memoryInUse < before + 64 << 10)
  }

  @Test func aReferenceThatOutlivesItsVMIsInert() throws {
    var reference: LuaReference? = try LuaFixture().call("return {}").first?.reference
    #expect(reference != nil)
    let other = try LuaVM()
    if let reference {
      let error = #expect(throws: LuaError.self) { try other.get(reference, "x") }
      #expect(error?.kind == .usage)
    }
    reference = nil
  }

  @Test func aReferenceOfAnotherVMIsRefused() throws {
    let one = try LuaFixture()
    let two = try LuaFixture()
    let table = try one.vm.makeTable()
    for use in [
      { try two.vm.get(table, "x") },
      { try two.vm.call(table).first ?? .nil },
      {
        try two.vm.setGlobal("x", .reference(table))
        return .nil
      },
    ] as [() throws -> LuaValue] {
      let error = #expect(throws: LuaError.self) { _ = try use() }
      #expect(error?.kind == .usage)
    }
  }

  @Test func everythingIsAnErrorAfterCloseAndNothingCrashes() throws {
    let fixture = try LuaFixture()
    let table = try fixture.vm.makeTable()
    let task = try fixture.task("wait(1)")
    _ = task.resume()
    fixture.vm.close()
    fixture.vm.close()
    #expect(throws: LuaError.self) { try fixture.vm.get(table, "x") }
    #expect(throws: LuaError.self) { try fixture.call("return 1") }
    guard case .failed(let error) = task.resume() else {
      Issue.record("a task of a closed VM went on")
      return
    }
    #expect(error.kind == .usage)
    task.close()
    try? fixture.vm.collectGarbage()
  }

  @Test func closeBreaksTheCycleOfAVMAndTheFunctionsThatHoldIt() throws {
    weak var gone: LuaVM?
    do {
      let vm = try LuaVM()
      gone = vm
      _ = try vm.makeFunction("self") { (_) throws(LuaError) in
        withExtendedLifetime(vm) { .none }
      }
      vm.close()
    }
    #expect(gone == nil)
  }

  @Test func aFunctionThatClosesItsVMReturnsFirst() throws {
    let fixture = try LuaFixture()
    try fixture.bind("finish") { (call) throws(LuaError) in
      call.vm.close()
      return .value("done")
    }
    #expect(try fixture.call("local s = finish() return s .. '!'").words == "done!")
    #expect(throws: LuaError.self) { try fixture.call("return 1") }
  }
}
