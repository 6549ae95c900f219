internal import ArgumentParser
internal import Logging
internal import ProspectAPI
internal import ProspectRuntime

/// Tells which credentials would be used, and what they may do.
struct AuthStatusCommand: ProspectCommand {
  static let commandName = "status"
  static let configuration = CommandConfiguration(
    commandName: commandName,
    abstract: "Tells where credentials come from and what they may do.",
    discussion: """
      Asks each provider that there is a credential for. Ends with status 0 when all that were \
      found are good, 3 when one is refused or cannot be used, or when there is none, 4 when a \
      provider cannot be reached.
      """,
    version: ProspectVersion.line)

  @Flag(name: .long, help: "Ask no provider.")
  var offline = false

  @Flag(name: .long, help: "Write one JSON object on stdout.")
  var json = false

  @OptionGroup
  var credentials: CredentialOptions

  @OptionGroup
  var folder: ProvidersFolderOption

  @Argument(help: ArgumentHelp("Only these; by default all.", valueName: "PROVIDER"))
  var names: [String] = []

  var needsLocalProviders: Bool { false }

  func perform(in console: Console) async throws -> Int32 {
    let (configuration, known) = try prepare(console)
    let settings = CredentialSettings(configuration)
    let asked = try chosen(known, configuration)
    console.forget(ProviderVariables(granted: configuration.grantedProviders))
    let store = CredentialStore(settings)
    var report = AuthReport(profile: settings.profile, isExplicit: !names.isEmpty)
    for provider in asked {
      report.entries.append(
        await AuthReport.Entry(
          of: provider, in: store,
          over: offline ? nil : TransportSettings(configuration), register: console.secrets))
    }
    return console.tell(json ? report.json : report.text, status: report.status)
  }

  @inline(never)
  private func prepare(_ console: Console) throws -> (RuntimeConfiguration, [Provider]) {
    var configuration = RuntimeConfiguration()
    configuration.environment = console.environment
    let project = try ProjectFile.find(from: ".")
    project?.apply(to: &configuration)
    configuration.logger = Logger(label: "prospect-run") { _ in
      PlainLogHandler(sink: console.error)
    }
    try credentials.apply(to: &configuration, console, project, readsInput: false)
    let known = try KnownProviders.all(
      folder: folder.folder(of: project, "."), environment: configuration.environment)
    return (configuration, known)
  }

  private func chosen(
    _ known: [Provider], _ configuration: RuntimeConfiguration
  ) throws(UsageError) -> [Provider] {
    guard !names.isEmpty else {
      return known.filter {
        $0.authentication != nil
          && (configuration.grantedProviders.contains($0.name)
            || (!$0.isOptional && KnownProviders.builtInNames.contains($0.name)))
      }
    }
    var chosen: [Provider] = []
    for name in names { chosen.append(try AuthTarget.provider(name, among: known)) }
    return chosen
  }
}
