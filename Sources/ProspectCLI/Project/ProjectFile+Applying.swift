internal import ProspectRuntime

extension ProjectFile {
  /// Sets what the project sets; variables of the environment come before it.
  func apply(to configuration: inout RuntimeConfiguration) {
    configuration.grantedProviders.formUnion(providers)
    for (provider, url) in baseURLs {
      let variable = "\(provider.uppercased())_BASE_URL"
      configuration.environment[variable] = configuration.environment[variable] ?? url
    }
    configuration.httpHosts += httpHosts
    configuration.httpSecrets.merge(httpSecrets) { given, _ in given }
    configuration.privateHosts.formUnion(privateHosts)
    if let out { configuration.outputFolder = "\(folder)/\(out)" }
    for limit in limits { limit.apply(to: &configuration.limits) }
  }
}
