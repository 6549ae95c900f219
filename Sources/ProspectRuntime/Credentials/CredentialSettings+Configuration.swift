internal import Logging
package import ProspectAPI

extension CredentialSettings {
  /// What a configuration says about credentials.
  package init(_ configuration: RuntimeConfiguration) {
    self.init(
      environment: configuration.environment,
      profile: configuration.profile ?? Self.usualProfile)
    if let credentials = configuration.credentials {
      giver = { try await credentials($0)?.given }
    }
    tokens = configuration.tokens
    file = configuration.credentialsFile
    refusedHelpers = configuration.refusedHelpers
    withheld = configuration.withheldCredentials
    let environment = ProviderVariables(of: configuration).removed(from: configuration.environment)
    helpers = configuration.credentialHelpers.compactMapValues { words in
      words.isEmpty ? nil : HelperCommand(words: words, environment: environment)
    }
    usualHelper = helpers.removeValue(forKey: RuntimeConfiguration.everyProvider)
    let logger = configuration.logger
    notice = { logger.notice("\($0)") }
  }
}
