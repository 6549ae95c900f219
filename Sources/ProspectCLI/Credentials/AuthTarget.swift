internal import ProspectAPI
internal import ProspectRuntime

/// Where `auth login` tries a credential, and where it stores it.
struct AuthTarget {
  let provider: Provider
  let profile: String
  let file: CredentialsFile
  let network: TransportSettings

  static let noPlace = UsageError(
    message: "there is no place for credentials: neither XDG_CONFIG_HOME nor HOME is set")

  /// - Throws: `UsageError`; also when a project that nobody has allowed would have the credential sent elsewhere.
  init(
    _ name: String, _ account: ProfileOption, _ folder: ProvidersFolderOption, _ console: Console
  ) throws {
    var configuration = RuntimeConfiguration()
    configuration.environment = console.environment
    let project = try ProjectFile.find(from: ".")
    project?.apply(to: &configuration)
    try project?.applyCredentials(to: &configuration, console.environment)
    let known = try KnownProviders.all(
      folder: folder.folder(of: project, "."), environment: configuration.environment)
    provider = try Self.provider(name, among: known)
    if let reason = configuration.withheldCredentials[name] {
      throw UsageError(message: reason.message, hint: reason.hint)
    }
    profile = try account.chosen(console.environment) ?? CredentialSettings.usualProfile
    guard let path = CredentialsFile.path(console.environment) else { throw Self.noPlace }
    file = CredentialsFile(path: path)
    network = TransportSettings(configuration)
  }

  func store(_ secrets: CredentialSecrets) throws(CallError) {
    let entry = StoredCredentials.Entry(secrets: secrets, origin: provider.baseURL.origin.text)
    do throws(SecretFile.Problem) {
      try file.update { $0.set(entry, provider.name, profile) }
    } catch {
      throw CallError(
        kind: .credential, message: error.message, provider: provider.name, hint: error.hint)
    }
  }

  /// The provider of a name that somebody typed.
  static func provider(
    _ name: String, among known: [Provider]
  ) throws(UsageError) -> Provider {
    guard let provider = known.first(where: { $0.name == name }) else {
      let names = known.map(\.name)
      throw UsageError(
        message: "there is no provider '\(name)'",
        hint: NameGuess.nearest(to: name, among: names).map { "did you mean '\($0)'?" }
          ?? "there are \(names.joined(separator: ", "))")
    }
    guard provider.authentication != nil else {
      throw UsageError(message: "\(provider.title) takes no credential")
    }
    return provider
  }
}
