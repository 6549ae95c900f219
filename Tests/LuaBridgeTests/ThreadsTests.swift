import LuaBridge
import Testing

/// Rule 6: one thread at a time touches a VM.
@Suite struct ThreadsTests {
  #if DEBUG
    @Test func useOnAnotherThreadIsFoundInDebugBuilds() async {
      await #expect(processExitsWith: .failure) {
        nonisolated(unsafe) let vm = try LuaVM()
        Thread.runAndWait { _ = try? vm.makeTable() }
      }
    }
  #endif

  @Test func manyVMsLiveOnManyThreadsAtOnce() throws {
    let counter = Counter()
    for _ in 1...4 {
      Thread.runAndWait {
        guard let fixture = try? LuaFixture() else { return }
        let words = try? fixture.run("local n = 0 for i = 1, 1000 do n = n + wait(1) end return n")
        if words?.words == "1000" { counter.add(1) }
      }
    }
    #expect(counter.count == 4)
  }

  @Test func aPageIsSharedThroughItsDescriptor() throws {
    let page = try #require(ControlPage.make())
    let descriptor = duplicate(page.descriptor)
    let other = try #require(ControlPage.map(descriptor))
    other.interrupt(.output)
    #expect(page.reason == .output)
    page.clear()
    #expect(other.reason == nil)
  }

  @Test func aPageCannotBeTakenAwayFromTheOtherSide() throws {
    let page = try #require(ControlPage.make())
    #expect(!truncate(page.descriptor))
    #expect(page.reason == nil)
  }

  @Test func aDescriptorThatIsNoPageIsRefused() {
    #expect(ControlPage.map(-1) == nil)
    let (reading, writing) = makePipe()
    #expect(ControlPage.map(reading) == nil)
    closeDescriptor(reading)
    closeDescriptor(writing)
  }
}
