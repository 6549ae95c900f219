internal import ProspectCLI
internal import ProspectSandbox

/// `prospect-run` with the local providers in it; `prospect-run` hands over to it when they are wanted.
@main
struct ProspectSandboxProgram {
  static func main() async {
    await ProspectProgram.run(
      providers: .server(switches: SandboxReadings.switches.map(LocalProvidersSwitch.init)) {
        try await Sandbox.start(SandboxConfiguration($0))
      })
  }
}

extension Sandbox: LocalProviders {}

extension SandboxConfiguration {
  init(_ options: LocalProvidersOptions) {
    self.init()
    port = options.port
    contacts = options.contacts
    seed = options.seed
    for option in options.switches {
      let gap = SandboxReadings.switches.first { $0.name == option.name }
      let isSet = gap?.set(option.word, in: &readings) ?? false
      precondition(isSet, "the command line let a wrong switch pass: \(option)")
    }
  }
}

extension LocalProvidersSwitch {
  init(_ gap: SandboxSwitch) {
    self.init(name: gap.name, readings: gap.words, summary: gap.summary, source: gap.source)
  }
}
