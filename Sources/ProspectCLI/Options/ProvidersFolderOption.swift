internal import ArgumentParser
internal import ProspectAPI
internal import ProspectRuntime

/// Where descriptions of further providers lie.
struct ProvidersFolderOption: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp("A folder with descriptions of further providers.", valueName: "DIR"))
  var providers = "./providers"

  /// All providers that are known, as their descriptions have them.
  func providers(environment: [String: String] = [:]) throws -> [Provider] {
    try KnownProviders.all(folder: providers, environment: environment)
  }
}
