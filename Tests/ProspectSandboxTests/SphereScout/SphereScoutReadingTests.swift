import Testing

@testable import ProspectSandbox

@Suite(.timeLimit(.minutes(2)))
struct SphereScoutReadingTests {
  @Test("Each switch does what each of its readings says", arguments: ReadingProbe.all)
  func works(probe: ReadingProbe) async throws {
    for (word, seen) in probe.seen.sorted(by: { $0.key < $1.key }) {
      #expect(try await probe.look(under: word) == seen, "\(probe.name)=\(word)")
    }
  }

  @Test("Every switch of SphereScout is probed in all its readings, and the default is its first")
  func complete() async throws {
    let probes = Dictionary(uniqueKeysWithValues: ReadingProbe.all.map { ($0.name, $0) })
    let switches = SandboxReadings.switches.filter { $0.name.hasPrefix("spherescout.") }
    #expect(Set(probes.keys) == Set(switches.map(\.name)))
    for gap in switches {
      let probe = try #require(probes[gap.name])
      #expect(Set(probe.seen.keys) == Set(gap.words))
      let first = try #require(gap.words.first)
      #expect(try await probe.look(under: "no such word") == probe.seen[first], "\(gap.name)")
      var readings = SandboxReadings()
      #expect(!gap.set("no such word", in: &readings))
    }
  }
}
