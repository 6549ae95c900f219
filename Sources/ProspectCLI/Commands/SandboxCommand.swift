internal import ArgumentParser
internal import ProspectAPI

/// Serves the sandbox alone, for recipes and programs that run elsewhere.
struct SandboxCommand: ProspectCommand {
  static let commandName = "sandbox"
  static let configuration = CommandConfiguration(
    commandName: commandName,
    abstract: "Serves the three providers locally.",
    discussion: """
      Prints the lines that lead another shell to them, base URLs and keys, and serves until \
      Ctrl-C or SIGTERM. What happened to the world can be read at /_sandbox/ledger.
      """,
    version: ProspectVersion.line)

  @Option(name: .long, help: ArgumentHelp("The TCP port; 0 takes a free one.", valueName: "N"))
  var port = 0

  @Option(name: .long, help: ArgumentHelp("How many contacts there are.", valueName: "N"))
  var contacts = 2_000

  @Option(name: .long, help: ArgumentHelp("What the world is made from.", valueName: "N"))
  var seed: UInt64 = 2026

  @Option(
    name: .customLong("switch"),
    help: ArgumentHelp(
      "How a gap of a contract is filled; may be repeated.", valueName: "NAME=WORD"),
    transform: SwitchOption.init(parsing:))
  var switches: [SwitchOption] = []

  @Flag(name: .long, help: "Show what --switch can choose, and serve nothing.")
  var listSwitches = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "What goes wrong, as in prospectb2b.leads.upsert#3:drop-answer; may be repeated.",
      valueName: "FAULT"))
  var fault: [String] = []

  @Option(
    name: .long, help: ArgumentHelp("A file with one fault in each line.", valueName: "FILE"))
  var faultFile: [String] = []

  @Flag(name: .long, help: "Show what --fault can do, and serve nothing.")
  var listFaults = false

  @Flag(name: .long, help: "With --list-switches or --list-faults: as JSON.")
  var json = false

  func validate() throws {
    guard listSwitches || listFaults || !json else {
      throw ValidationError("--json needs --list-switches or --list-faults")
    }
    guard 0...65_535 ~= port else { throw ValidationError("--port takes a number up to 65535") }
    guard contacts >= 0 else { throw ValidationError("--contacts takes a count of zero or more") }
  }

  var needsLocalProviders: Bool { true }

  func perform(in console: Console) async throws -> Int32 {
    if listSwitches || listFaults { return show(try list(console), console) }
    let sandbox = try await console.providers.start(
      LocalProvidersOptions(
        port: port, contacts: contacts, seed: seed, switches: switches,
        faults: try FaultSource.collect(fault, option: "--fault", files: faultFile)))
    // Whoever reads that we serve may stop us at once.
    let signal = console.signals.next()
    do {
      try tell(sandbox, console)
    } catch {
      await sandbox.stop()
      return ExitStatus.brokenPipe
    }
    await signal.arrival()
    // Who closed standard error wants no remarks.
    try? console.error.write(Array(sandbox.remarks.map { "\($0)\n" }.joined().utf8))
    await sandbox.stop()
    return ExitStatus.success
  }

  /// Called from async code, into which the optimiser of Swift 6.3.1 must not put its typed errors.
  @inline(never)
  private func list(_ console: Console) throws -> String {
    if listSwitches {
      let list = SwitchList(switches: try console.providers.switches())
      return json ? list.json : list.table
    }
    let list = FaultList(kinds: try console.providers.faults())
    return json ? list.json : list.table
  }

  private func show(_ list: String, _ console: Console) -> Int32 {
    do {
      try console.output.write(Array(list.utf8))
      return ExitStatus.success
    } catch {
      return ExitStatus.brokenPipe
    }
  }

  private func tell(_ sandbox: any LocalProviders, _ console: Console) throws(BrokenPipe) {
    let lines = sandbox.environment.sorted { $0.key < $1.key }
      .map { "export \($0.key)=\(ShellWord.quoted($0.value))\n" }
    // These keys open nothing but the sandbox, and whoever uses it needs them.
    try console.bareOutput.write(Array(lines.joined().utf8))
    try console.error.write(Array("serving on port \(sandbox.port); Ctrl-C stops\n".utf8))
  }
}
