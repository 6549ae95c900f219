internal import ProspectAPI
internal import ProspectRuntime

extension ProjectFile {
  /// Sets what the project says about credentials, as far as the user has allowed it. What was not allowed is no error
  /// before a credential is wanted: most recipes of a project need none of it.
  func applyCredentials(
    to configuration: inout RuntimeConfiguration, _ environment: [String: String]
  ) throws(UsageError) {
    let wishes = ProjectWishes(self)
    guard !wishes.isEmpty else { return }
    let allowed = try AllowedProjects(environment).wishes(of: folder)
    for (provider, words) in wishes.helpers {
      if allowed.helpers[provider] == words {
        configuration.credentialHelpers[provider] = words
      } else {
        configuration.refusedHelpers[provider] = hint
      }
    }
    for (provider, url) in wishes.moves
    where allowed.moves[provider] != url
      && environment["\(provider.uppercased())_BASE_URL", default: ""].isEmpty
    {
      configuration.withheldCredentials[provider] = CredentialSettings.Withholding(
        message: "\(folder)/\(Self.name) moves \(provider) to \(url), "
          + "and nobody has allowed that its credential goes there",
        hint: hint)
    }
  }

  private var hint: String {
    "look at it, and allow it once: prospect-run auth allow \(ShellWord.quoted(folder))"
  }
}
