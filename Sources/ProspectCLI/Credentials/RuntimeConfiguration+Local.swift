internal import ProspectRuntime

extension RuntimeConfiguration {
  /// Leads all calls to the local providers, with the keys that these accept: no key of the user's goes there, whatever
  /// the environment, a profile or a helper would give.
  mutating func use(_ local: any LocalProviders) {
    environment.merge(local.environment) { _, sandbox in sandbox }
    for name in local.environment.keys where name.hasSuffix("_BASE_URL") {
      let provider = name.dropLast("_BASE_URL".count).lowercased()
      withheldCredentials[provider] = nil
      remoteOnlyProviders[provider] = nil
    }
    credentials = { provider in
      // Asked anew each time: the local providers may have changed the key.
      local.environment["\(provider.uppercased())_API_KEY"].map { .key($0) }
    }
  }
}
