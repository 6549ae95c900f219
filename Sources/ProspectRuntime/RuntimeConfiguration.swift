internal import CSystemShims
public import CoreMetrics
public import Logging
package import ProspectAPI

/// How a `Runtime` runs recipes.
public struct RuntimeConfiguration: Sendable {
  /// Variables from which credentials (`PROSPECTB2B_API_KEY`, …) and base URLs (`PROSPECTB2B_BASE_URL`, …) are
  /// read. Recipes never see them.
  public var environment: [String: String]
  /// Gives the credentials that the host has, before any other source is asked. It gets the name of a provider and
  /// returns nil for one that it has none for; it is asked when the first call needs it, and again, once for all calls
  /// that wait, when the provider refuses what it gave. What it throws fails those calls.
  public var credentials: (@Sendable (_ provider: String) async throws -> ProviderCredential?)?
  /// The account to use where there are several: `eu` reads `PROSPECTB2B_API_KEY_EU` in place of `PROSPECTB2B_API_KEY`,
  /// and that profile of the credentials file. Nil is the usual account.
  public var profile: String?
  /// Commands that print credentials (docs/credentials.md), by the names of providers; `everyProvider` stands for those
  /// without one of their own. A command is its program and its arguments; no shell reads it.
  public var credentialHelpers: [String: [String]] = [:]
  /// The file that `prospect-run auth login` writes; nil, the default, means that a host reads no such file.
  public var credentialsFile: String?
  /// What came through `--token-fd`.
  package var tokens: [GivenTokens] = []
  /// Helpers that a project names and nobody has allowed, and what allows them.
  package var refusedHelpers: [String: String] = [:]
  /// Providers whose credentials are not to be used, and why.
  package var withheldCredentials: [String: CredentialSettings.Withholding] = [:]
  /// Providers that a project places, and nobody has allowed to be on this machine or in a private network; and what
  /// allows it.
  package var remoteOnlyProviders: [String: String] = [:]
  /// The folder in which recipes may write files and read them back; made when the first file is written.
  public var outputFolder: String
  /// Folders from which recipes may read files, besides their own folder and `outputFolder`.
  public var readableFolders: [String]
  /// A folder with descriptions of further providers, one `NAME.lua` each; nil means the built-in providers only.
  public var providersFolder: String?
  /// The names of those that recipes may use: of the descriptions in `providersFolder`, and of the built-in ones that are
  /// optional. The other built-in ones need no grant.
  public var grantedProviders: Set<String>
  /// Hosts to which recipes may send requests with `http.request`, such as `hooks.example.com`, `api.example.com:8443` or
  /// `http://localhost:3000`. None by default.
  public var httpHosts: [String] = []
  /// Secrets that recipes may use in headers of such requests without seeing them: the names of their variables in
  /// `environment`, which begin with `RECIPE_`, and the one host that each may be sent to.
  public var httpSecrets: [String: String] = [:]
  /// Names of hosts that may lie in a private network, such as a company's own CRM. Every other host is refused when its
  /// name leads to an address that is not on the internet, unless a base URL has that very address.
  public var privateHosts: Set<String> = []
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

  /// In `credentialHelpers`, the command for all providers without one of their own.
  public static let everyProvider = "*"

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
