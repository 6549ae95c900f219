internal import ProspectCLI
internal import ProspectSandbox

/// `prospect-run` with the local providers in it; `prospect-run` hands over to it when they are wanted.
@main
struct ProspectSandboxProgram {
  static func main() async {
    await ProspectProgram.run(
      providers: .server { options in
        try await Sandbox.start(SandboxConfiguration(options))
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
  }
}
