internal import ProspectAPI

/// What all runs of a runtime share.
final class RuntimeServices: Sendable {
  let configuration: RuntimeConfiguration
  /// The one thread on which everything of the runs happens.
  let loop: HostLoop
  let functions = HostFunctions()
  let providers: ProviderCatalog
  /// One for all runs, which so share connections and the patience that a provider asks for.
  let pipeline: CallPipeline
  let rights: RightsBook
  let http: HTTPGrants

  init(_ configuration: RuntimeConfiguration) throws {
    self.configuration = configuration
    http = try HTTPGrants(configuration)
    do {
      loop = try HostLoop()
    } catch {
      throw RuntimeError(.resources, "\(error)")
    }
    providers = ProviderCatalog(
      folder: configuration.providersFolder, granted: configuration.grantedProviders,
      environment: configuration.environment)
    let credentials = CredentialStore(CredentialSettings(configuration))
    pipeline = CallPipeline(
      loop: loop,
      transport: CurlTransport(
        loop: loop, proxies: ProxySettings(environment: configuration.environment),
        privateHosts: Set(configuration.privateHosts.map { $0.lowercased() })),
      credentials: credentials)
    rights = RightsBook(configuration, pipeline: pipeline)
  }
}
