internal import CSystemShims
public import CoreMetrics
public import Logging
package import ProspectAPI

/// How a `Runtime` runs recipes.
public struct RuntimeConfiguration: Sendable {
  /// Variables from which credentials (`PROSPECTB2B_API_KEY`, …) and base URLs (`PROSPECTB2B_BASE_URL`, …) are
  /// read. Recipes never see them.
  public var environment: [String: String]
  /// The folder in which recipes may write files and read them back; made when the first file is written.
  public var outputFolder: String
  /// Folders from which recipes may read files, besides their own folder and `outputFolder`.
  public var readableFolders: [String]
  /// A folder with descriptions of further providers, one `NAME.lua` each; nil means the built-in providers only.
  public var providersFolder: String?
  /// The names of those that recipes may use: of the descriptions in `providersFolder`, and of the built-in ones that are
  /// optional. The other built-in ones need no grant.
  public var grantedProviders: Set<String>
  /// Whether each provider is asked once what its key may do, so that a call that the key may not make is refused before
  /// it is sent, with the recipe's line. Costs one call for each provider that a recipe changes something at, or reads
  /// with a scope.
  public var checksRights: Bool
  /// Where recipes run; by default each in a process of its own.
  public var isolation: Isolation
  /// What each run may use.
  public var limits: Limits
  /// Gets what the runtime itself has to say. The log lines of a recipe are `RunEvent.log`.
  public var logger: Logger
  /// Gets the figures that docs/observability.md lists; nil means the factory that `MetricsSystem` was bootstrapped with, as
  /// it is when the runtime is created. Without one nothing is counted.
  public var metrics: (any MetricsFactory)?
  /// Knows what must not leave the process. Whoever writes something else than the runtime does shares it.
  package var secrets = SecretRegister()

  /// Creates a configuration; the defaults take credentials from the environment of this process.
  public init(
    environment: [String: String]? = nil, outputFolder: String = "./out",
    readableFolders: [String] = [], providersFolder: String? = nil,
    grantedProviders: Set<String> = [], checksRights: Bool = true,
    isolation: Isolation = .worker(), limits: Limits = Limits(),
    logger: Logger = Logger(label: "prospect-run"), metrics: (any MetricsFactory)? = nil
  ) {
    self.environment = environment ?? Self.processEnvironment
    self.outputFolder = outputFolder
    self.readableFolders = readableFolders
    self.providersFolder = providersFolder
    self.grantedProviders = grantedProviders
    self.checksRights = checksRights
    self.isolation = isolation
    self.limits = limits
    self.logger = logger
    self.metrics = metrics
  }

  /// The environment of this process, read once.
  public static let processEnvironment: [String: String] = {
    var variables: [String: String] = [:]
    var entry = csys_environment()
    while let text = entry.pointee {
      let pair = String(cString: text).split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if pair.count == 2 { variables[String(pair[0])] = String(pair[1]) }
      entry += 1
    }
    return variables
  }()
}
