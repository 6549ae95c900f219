internal import ArgumentParser
internal import ProspectAPI
internal import ProspectRuntime

/// Forgets a stored credential.
struct AuthLogoutCommand: ProspectCommand {
  static let commandName = "logout"
  static let configuration = CommandConfiguration(
    commandName: commandName,
    abstract: "Removes a stored credential.",
    discussion: """
      The provider is not told: a key stays good until it is revoked there.
      """,
    version: ProspectVersion.line)

  @OptionGroup
  var account: ProfileOption

  @Argument(help: ArgumentHelp("Whose credential it is.", valueName: "PROVIDER"))
  var provider: String

  var needsLocalProviders: Bool { false }

  func perform(in console: Console) async throws -> Int32 {
    let profile =
      try account.chosen(console.environment) ?? CredentialSettings.usualProfile
    guard let path = CredentialsFile.path(console.environment) else {
      throw AuthTarget.noPlace
    }
    switch removal(CredentialsFile(path: path), profile) {
    case .failure(let problem): return console.tell(problem)
    case .success(false):
      throw UsageError(
        message: "nothing is stored for \(provider) in profile \(profile)",
        hint: "prospect-run auth status shows where a credential comes from")
    case .success(true):
      return console.tell("removed for \(provider), profile \(profile), from \(path)\n")
    }
  }

  /// Whether there was anything to remove.
  private func removal(
    _ file: CredentialsFile, _ profile: String
  ) -> Result<Bool, SecretFile.Problem> {
    do throws(SecretFile.Problem) {
      // Without one, no folder is made.
      guard try file.read().entry(provider, profile) != nil else { return .success(false) }
      try file.update { $0.set(nil, provider, profile) }
      return .success(true)
    } catch {
      return .failure(error)
    }
  }
}
