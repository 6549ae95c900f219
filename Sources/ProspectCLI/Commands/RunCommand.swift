internal import ArgumentParser

/// Runs a recipe: the command that needs no name.
struct RunCommand: ProspectCommand {
  static let commandName = "prospect-run"
  static let configuration = CommandConfiguration(
    commandName: commandName,
    abstract: "Runs prospecting recipes written in Lua.",
    usage: """
      prospect-run [options] FILE.lua [args ...]
      prospect-run [options] -e CODE [args ...]
      prospect-run [options]                     (a prompt, when at a terminal)
      """,
    discussion: """
      Options stand before FILE; everything behind it belongs to the recipe. With - as FILE, or \
      with no FILE and no terminal, the recipe is read from standard input. Credentials come from \
      the environment (OPENPROSPECT_API_KEY, PROSPECTB2B_API_KEY, SPHERESCOUT_API_KEY), or from \
      where prospect-run auth login stored them.
      """,
    version: ProspectVersion.line,
    subcommands: CommandTable.subcommands)

  @Option(
    name: .customShort("e"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Run CODE in place of a file; may be repeated.", valueName: "CODE"))
  var code: [String] = []

  @Flag(name: .long, help: "Start the three providers locally, for this run; no account needed.")
  var sandbox = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "How many contacts these local providers have (default: 2000).", valueName: "N"))
  var sandboxContacts: Int?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "How these local providers fill a gap of a contract; prospect-run sandbox lists the gaps.",
      valueName: "NAME=WORD"),
    transform: SwitchOption.init(parsing:))
  var sandboxSwitch: [SwitchOption] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "What goes wrong at these local providers; prospect-run sandbox lists the kinds.",
      valueName: "FAULT"))
  var sandboxFault: [String] = []

  @Option(
    name: .long, help: ArgumentHelp("A file with one such fault in each line.", valueName: "FILE"))
  var sandboxFaultFile: [String] = []

  @Flag(name: .long, help: "Run in this process, without the confined worker.")
  var trusted = false

  @Option(
    name: .long,
    help: ArgumentHelp("The folder that recipes may write to (default: ./out).", valueName: "DIR"))
  var out: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      """
      What a run may use: cpu=2s, wall=10m, memory=256MiB, output=10MiB, files=1GiB, \
      requests=5000, credits=2000.
      """, valueName: "NAME=VALUE"),
    transform: LimitOption.init(parsing:))
  var limit: [LimitOption] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Credits that a run may spend; the same as --limit credits=N.", valueName: "N"))
  var maxCredits: Int?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Grant a provider that is optional, or described in providers/ beside the recipe.",
      valueName: "NAME"))
  var provider: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Grant a host to http.request: hooks.example.com, or http://localhost:3000.",
      valueName: "HOST"))
  var allowHost: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp("Let a host lie in a private network.", valueName: "HOST"))
  var privateHost: [String] = []

  @OptionGroup
  var credentials: CredentialOptions

  @OptionGroup
  var display: OutputOptions

  @Argument(
    parsing: .captureForPassthrough,
    help: ArgumentHelp("The recipe; what follows are its arguments.", valueName: "FILE.lua"))
  var words: [String] = []

  func validate() throws {
    if let sandboxContacts, sandboxContacts < 0 {
      throw ValidationError("--sandbox-contacts takes a count of zero or more")
    }
    guard sandbox || sandboxSwitch.isEmpty else {
      throw ValidationError("--sandbox-switch needs --sandbox")
    }
    guard sandbox || sandboxFault.isEmpty && sandboxFaultFile.isEmpty else {
      throw ValidationError("--sandbox-fault and --sandbox-fault-file need --sandbox")
    }
    if let maxCredits, maxCredits < 0 {
      throw ValidationError("--max-credits takes a count of zero or more")
    }
  }
}
