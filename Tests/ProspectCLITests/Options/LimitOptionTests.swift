import ProspectRuntime
import Testing

@testable import ProspectCLI

@Suite struct LimitOptionTests {
  @Test(arguments: [
    ("cpu=2s", LimitOption.cpu(.seconds(2))),
    ("cpu=500ms", .cpu(.milliseconds(500))),
    ("cpu=3", .cpu(.seconds(3))),
    ("wall=10m", .wall(.seconds(600))),
    ("wall=1.5h", .wall(.seconds(5400))),
    ("wall=2d", .wall(.seconds(172_800))),
    ("memory=256MiB", .memory(256 << 20)),
    ("memory=1.5 GiB", .memory(3 << 29)),
    ("memory=64m", .memory(64 << 20)),
    ("output=10MB", .output(10_000_000)),
    ("output=4096", .output(4096)),
    ("requests=5000", .requests(5000)),
    ("files=1GiB", .files(1 << 30)),
    ("requests=0", .requests(0)),
    ("credits=2000", .credits(2000)),
  ])
  func readsWhatPeopleWrite(text: String, limit: LimitOption) throws {
    #expect(try LimitOption(parsing: text) == limit)
  }

  @Test(arguments: [
    ("cpu", "write a limit as NAME=VALUE"),
    (
      "cpux=2s",
      "there is no limit 'cpux' (there are cpu, wall, memory, output, files, requests, credits)"
    ),
    ("memry=1", "Did you mean 'memory'?"),
    ("cpu=soon", "'soon' is no time; write cpu=500ms"),
    ("cpu=0", "'0' is no time"),
    ("cpu=-1s", "'-1s' is no time"),
    ("wall=9e99s", "'9e99s' is no time"),
    ("wall=99999999d", "is no time"),
    ("memory=lots", "'lots' is no size; write memory=512KiB"),
    ("memory=0", "is no size"),
    ("memory=99999999999GiB", "is no size"),
    ("requests=2.5", "'2.5' is no count; write requests=5000"),
    ("requests=-1", "is no count"),
    ("credits=many", "'many' is no count; write credits=5000"),
  ])
  func saysWhatIsWrongAndWhatWouldBeRight(text: String, complaint: String) throws {
    let error = try #require(throws: (any Error).self) { try LimitOption(parsing: text) }
    #expect("\(error)".contains(complaint))
  }

  @Test func replacesTheDefaultLimit() {
    var limits = Limits()
    for option in [LimitOption.cpu(.seconds(2)), .memory(1 << 20), .requests(7)] {
      option.apply(to: &limits)
    }
    #expect(limits.cpu == .seconds(2))
    #expect(limits.memory == 1 << 20)
    #expect(limits.requests == 7)
    #expect(limits.output == Limits().output)
  }
}
