internal import ArgumentParser
internal import ProspectAPI
internal import ProspectRuntime

/// Where credentials come from, besides the environment.
struct CredentialOptions: ParsableArguments {
  @OptionGroup
  var account: ProfileOption

  @Option(
    name: .long,
    help: ArgumentHelp(
      """
      Read keys from descriptor N: lines NAME=VALUE, or with PROVIDER= that provider's key. \
      May be repeated; 0 is standard input.
      """, valueName: "[PROVIDER=]N"),
    transform: TokenDescriptorOption.init(parsing:))
  var tokenFd: [TokenDescriptorOption] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Ask this program for credentials (docs/credentials.md); may be repeated.",
      valueName: "[PROVIDER=]PATH"),
    transform: HelperOption.init(parsing:))
  var credentialHelper: [HelperOption] = []

  static let names = ["--profile", "--token-fd", "--credential-helper"]

  /// Reads the descriptors and sets everything, the project's settings too as far as they were allowed.
  ///
  /// - Parameters:
  ///   - readsInput: whether standard input holds something else.
  ///   - granted: the providers that the user has granted by name.
  func apply(
    to configuration: inout RuntimeConfiguration, _ console: Console, _ project: ProjectFile?,
    readsInput: Bool, granted: Set<String> = []
  ) throws {
    configuration.profile = try account.chosen(console.environment)
    configuration.credentialsFile = CredentialsFile.path(console.environment)
    try project?.applyCredentials(
      to: &configuration, console.environment, granted: granted)
    for option in credentialHelper {
      configuration.credentialHelpers[option.provider ?? RuntimeConfiguration.everyProvider] = [
        option.path
      ]
    }
    if readsInput, tokenFd.contains(where: { $0.number == 0 }) {
      throw UsageError(
        message: "--token-fd 0 reads standard input, and so does the recipe",
        hint: "name the recipe's file, or use another descriptor: --token-fd 3 3<FILE")
    }
    for option in tokenFd { configuration.tokens.append(try option.read()) }
  }
}
