internal import CoreMetrics
internal import Logging
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
  /// Knows what must not leave the process.
  let secrets: SecretRegister
  /// The configured logger, without secrets.
  let logger: Logger
  /// Nil when nobody collects figures.
  let metrics: RuntimeMetrics?

  init(_ configuration: RuntimeConfiguration) throws {
    self.configuration = configuration
    http = try HTTPGrants(configuration)
    secrets = configuration.secrets
    secrets.add(environment: configuration.environment)
    logger = configuration.logger.withoutSecrets(secrets)
    metrics = RuntimeMetrics(configuration.metrics ?? MetricsSystem.factory)
    do {
      loop = try HostLoop()
    } catch {
      throw RuntimeError(.resources, "\(error)")
    }
    providers = ProviderCatalog(
      folder: configuration.providersFolder, granted: configuration.grantedProviders,
      remoteOnly: configuration.remoteOnlyProviders,
      place: DescriptionReader.Place(
        isolation: configuration.isolation, environment: configuration.environment),
      environment: configuration.environment)
    let credentials = CredentialStore(CredentialSettings(configuration))
    pipeline = CallPipeline(
      loop: loop,
      transport: CurlTransport(loop: loop, settings: TransportSettings(configuration)),
      credentials: credentials, secrets: secrets)
    rights = RightsBook(configuration, pipeline: pipeline, logger: logger)
  }
}
