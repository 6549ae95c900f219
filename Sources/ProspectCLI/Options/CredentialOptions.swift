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
  /// - Returns: what the project does not get, for a command that uses it.
  @discardableResult
  func apply(
    to configuration: inout RuntimeConfiguration, _ console: Console, _ project: ProjectFile?,
    readsInput: Bool, granted: Set<String> = []
  ) throws -> String? {
    configuration.profile = try account.chosen(console.environment)
    configuration.credentialsFile = CredentialsFile.path(console.environment)
    let refusal = try project?.applyCredentials(
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
    try requireProviders(configuration, project, granted)
    for option in tokenFd { configuration.tokens.append(try option.read()) }
    try requireVariables(configuration)
    return refusal
  }

  /// A misspelt name would be passed over in silence, and the credential of another source be used.
  private func requireProviders(
    _ configuration: RuntimeConfiguration, _ project: ProjectFile?, _ granted: Set<String>
  ) throws(UsageError) {
    let known = Set(KnownProviders.builtInNames + (project?.providers ?? [])).union(granted)
    let helpers =
      credentialHelper.compactMap(\.provider) + Array((project?.credentialHelpers ?? [:]).keys)
    for name in tokenFd.compactMap(\.provider) + helpers
    where name != RuntimeConfiguration.everyProvider && !known.contains(name) {
      throw UsageError(
        message: "a credential is given for '\(name)', and there is no such provider",
        hint: NameGuess.nearest(to: name, among: known.sorted()).map { "did you mean '\($0)'?" })
    }
  }

  private func requireVariables(_ configuration: RuntimeConfiguration) throws {
    let given = configuration.tokens.flatMap(\.variables)
    guard !given.isEmpty else { return }
    let known = try KnownProviders.all(folder: configuration.providersFolder)
      .compactMap(\.authentication).flatMap(\.variables)
    let names = Set(known)
    for name in given where !names.contains(name) {
      throw UsageError(
        message: "--token-fd gives \(name), and no provider looks for it",
        hint: NameGuess.nearest(to: name, among: names.sorted()).map { "did you mean \($0)?" })
    }
  }
}
