import ProspectJSON
import Synchronization
import Testing

@testable import ProspectCLI

/// The switches of local providers that are played by a test.
@Suite(.timeLimit(.minutes(1))) final class SandboxCommandTests: Sendable {
  private let output = MemorySink()
  private let error = MemorySink()
  private let started = Mutex<LocalProvidersOptions?>(nil)

  private static let switches = [
    LocalProvidersSwitch(
      name: "acme.paging", readings: ["cursor", "offset"], summary: "How lists page.",
      source: "contract §1"),
    LocalProvidersSwitch(
      name: "acme.rows", readings: ["10"], summary: "How many rows.", source: "contract §2"),
  ]

  private static let faults = [
    LocalProvidersFault(
      name: "refuse", value: "", summary: "Resets the connection.", operations: nil),
    LocalProvidersFault(
      name: "stall", value: "[TIME][,after=BYTES]", summary: "Sends nothing.",
      operations: ["acme.deals.list"]),
  ]

  @Test func listsKindsOfFaultsAsATable() async {
    #expect(await run(["sandbox", "--list-faults"]) == 0)
    #expect(
      output.text.hasSuffix(
        """

        kind                        what happens
        refuse                      Resets the connection.
        stall[=TIME][,after=BYTES]  Sends nothing.

        """))
  }

  @Test func listsSwitchesAsATable() async {
    #expect(await run(["sandbox", "--list-switches"]) == 0)
    #expect(
      output.text == """
        switch       readings, the default first  what is not documented  source
        acme.paging  cursor, offset               How lists page.         contract §1
        acme.rows    10                           How many rows.          contract §2

        """)
  }

  @Test func listsSwitchesAsJSON() async throws {
    #expect(await run(["sandbox", "--list-switches", "--json"]) == 0)
    let list = try JSON.parse(Array(output.text.utf8))
    #expect(
      list.array?.first == [
        "name": "acme.paging", "readings": ["cursor", "offset"], "default": "cursor",
        "summary": "How lists page.", "source": "contract §1",
      ])
    #expect(list.array?.count == 2)
  }

  @Test(arguments: [
    ["sandbox", "--switch", "acme.paging=ofset"],
    ["--sandbox", "--sandbox-switch", "acme.paging=ofset", "-e", "print(1)"],
  ])
  func refusesAReadingBeforeItServes(words: [String]) async {
    #expect(await run(words) == 2)
    #expect(
      error.text
        == "prospect-run: the switch 'acme.paging' has no reading 'ofset'\n  did you mean 'offset'?\n"
    )
    #expect(started.withLock { $0 } == nil)
    #expect(output.text == "")
  }

  @Test func refusesJSONWithoutAList() async {
    #expect(await run(["sandbox", "--json"]) == 2)
    #expect(error.text.contains("--json needs --list-switches or --list-faults"))
  }

  @Test(arguments: ["--sandbox-fault", "--sandbox-fault-file"])
  func refusesAFaultForARunWithoutLocalProviders(option: String) async {
    #expect(await run([option, "any#1:refuse", "-e", "print(1)"]) == 2)
    #expect(error.text.contains("need --sandbox"))
  }

  @Test func refusesAFileOfFaultsThatIsNotThere() async {
    #expect(await run(["sandbox", "--fault-file", "/nowhere/faults"]) == 2)
    #expect(error.text.contains("cannot read the faults in '/nowhere/faults'"))
  }

  @Test func refusesASwitchForARunWithoutLocalProviders() async {
    #expect(await run(["--sandbox-switch", "acme.rows=10", "-e", "print(1)"]) == 2)
    #expect(error.text.contains("--sandbox-switch needs --sandbox"))
  }

  @Test func givesTheSwitchesToTheProviders() async throws {
    #expect(
      await run(["sandbox", "--switch", "acme.paging=offset", "--switch", "acme.rows=10"]) == 1)
    let options = try #require(started.withLock { $0 })
    #expect(options.switches.map(\.name) == ["acme.paging", "acme.rows"])
    #expect(options.switches.map(\.word) == ["offset", "10"])
  }

  /// Runs a command with providers that note what they are asked for, and do not start.
  private func run(_ words: [String]) async -> Int32 {
    struct NotHere: Error {}
    let console = Console(
      input: MemorySource(), output: output, error: error,
      providers: .server(switches: Self.switches, faults: Self.faults) { options in
        self.started.withLock { $0 = options }
        throw NotHere()
      })
    return await ProspectCommandLine.run(words, in: console)
  }
}
