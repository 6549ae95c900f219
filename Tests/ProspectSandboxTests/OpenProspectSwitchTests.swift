import ProspectJSON
import ProspectSandbox
import Testing

@Suite(.timeLimit(.minutes(1)))
struct OpenProspectSwitchTests {
  /// One reading of a gap, and what is seen of it from outside.
  struct Reading: Sendable, CustomTestStringConvertible {
    let name: String
    let word: String
    let expected: String
    let probe: OpenProspectProbes.Probe

    var testDescription: String { "\(name)=\(word)" }
  }

  static let readings = OpenProspectProbes.all.flatMap { name, expectations, probe in
    expectations.map { word, expected in
      Reading(name: "openprospect.\(name)", word: word, expected: expected, probe: probe)
    }
  }

  @Test("Each reading of each switch shows from outside", arguments: readings)
  func shows(_ reading: Reading) async throws {
    try await TestSandbox.with { configuration in
      configuration.callsPerMinute = 40
      for gap in SandboxReadings.switches where gap.name == reading.name {
        #expect(gap.set(reading.word, in: &configuration.readings))
      }
    } _: { sandbox in
      let seen = try await reading.probe(sandbox)
      #expect(seen == reading.expected)
    }
  }

  @Test("Every reading of OpenProspect's switches is probed, and the default is the first one")
  func complete() async throws {
    let switches = SandboxReadings.switches.filter { $0.name.hasPrefix("openprospect.") }
    let words = switches.flatMap { gap in gap.words.map { "\(gap.name)=\($0)" } }
    #expect(Set(words) == Set(Self.readings.map(\.testDescription)))
    for gap in switches {
      let reading = try #require(
        Self.readings.first { $0.name == gap.name && $0.word == gap.words.first })
      try await TestSandbox.with {
        $0.callsPerMinute = 40
      } _: { sandbox in
        let seen = try await reading.probe(sandbox)
        #expect(seen == reading.expected, "\(gap.name)")
      }
    }
  }
}
