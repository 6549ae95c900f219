internal import ProspectAPI
internal import ProspectRuntime

extension ProjectFile {
  /// Sets what the project says about credentials, as far as the user has allowed it. What was not allowed is no error
  /// before a credential is wanted: most recipes of a project need none of it.
  ///
  /// - Parameter granted: the providers that the user has granted by name.
  /// - Returns: which hosts and secrets of `http` it does not get, in one line; nil if there are none.
  @discardableResult
  func applyCredentials(
    to configuration: inout RuntimeConfiguration, _ environment: [String: String],
    granted: Set<String> = []
  ) throws(UsageError) -> String? {
    let wishes = ProjectWishes(self)
    guard !wishes.isEmpty else { return nil }
    let allowed = try AllowedProjects(environment).wishes(of: folder)
    for (provider, words) in wishes.helpers {
      if allowed.helpers[provider] == words {
        configuration.credentialHelpers[provider] = words
      } else {
        configuration.refusedHelpers[provider] = hint
      }
    }
    // By the project, and not by its user.
    let isPlaced = { (provider: String) in
      environment["\(provider.uppercased())_BASE_URL", default: ""].isEmpty
    }
    for (provider, url) in wishes.moves where allowed.moves[provider] != url && isPlaced(provider) {
      configuration.remoteOnlyProviders[provider] = hint
      configuration.withheldCredentials[provider] = CredentialSettings.Withholding(
        message: "\(folder)/\(Self.name) moves \(provider) to \(url), "
          + "and nobody has allowed that its credential goes there",
        hint: hint)
    }
    for provider in wishes.providers.subtracting(allowed.providers).subtracting(granted) {
      if isPlaced(provider) { configuration.remoteOnlyProviders[provider] = hint }
      configuration.withheldCredentials[provider] = CredentialSettings.Withholding(
        message: "\(folder)/\(Self.name) describes \(provider) itself, "
          + "and nobody has allowed that it gets the variables \(provider.uppercased())_*",
        hint: hint)
    }
    return applyHosts(of: wishes, allowed, to: &configuration)
  }

  /// Takes back what is not allowed of the hosts and their secrets, and says it.
  private func applyHosts(
    of wishes: ProjectWishes, _ allowed: ProjectWishes,
    to configuration: inout RuntimeConfiguration
  ) -> String? {
    let hosts = wishes.nearHosts.subtracting(allowed.nearHosts)
    configuration.httpHosts.removeAll { hosts.contains($0) }
    configuration.privateHosts.subtract(hosts)
    let secrets = wishes.secrets.filter { allowed.secrets[$0.key] != $0.value }.keys
    for variable in secrets { configuration.httpSecrets[variable] = nil }
    guard !hosts.isEmpty || !secrets.isEmpty else { return nil }
    let names = PlainText.line((hosts.sorted() + secrets.sorted()).joined(separator: ", "))
    return "\(folder)/\(Self.name) does not get \(names): \(hint)"
  }

  private var hint: String {
    "look at it, and allow it once: prospect-run auth allow \(ShellWord.quoted(folder))"
  }
}
