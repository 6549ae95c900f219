internal import CCurlShims

extension CredentialStore {
  /// The code of the error of a provider for which no source has anything, unlike one whose source is at fault.
  package static let noCredential = "no_credential"

  /// The error of a provider for which no source has a credential.
  func missing(
    _ provider: Provider, _ authentication: Authentication
  ) throws(CallError) -> CallError {
    var message = "there is no credential for \(provider.title)"
    if settings.profile != CredentialSettings.usualProfile {
      message += " in profile \(settings.profile)"
    }
    if let allowing = settings.refusedHelper(for: provider.name) {
      return failure(
        provider, "\(message), and the helper that the project names is not allowed", allowing,
        code: Self.noCredential)
    }
    let key = settings.variable(authentication.environment)
    var hint = "set \(key) in the environment"
    if let login = authentication.login {
      let names = [login.usernameVariable, login.passwordVariable].map(settings.variable)
      let lacking = try NamedValues(settings: settings, provider: provider).lacking(login)
      hint =
        lacking.count == 1
        ? "set \(lacking[0]), too, or \(key) in the environment"
        : "set \(key), or \(names.joined(separator: " and ")), in the environment"
    }
    if settings.file != nil {
      hint += ", or store one: prospect-run auth login \(provider.name)\(profileOption)"
    }
    return failure(provider, message, hint, code: Self.noCredential)
  }
}

/// The wall clock in Unix seconds.
package func systemSeconds() -> Double { ccs_unix_time() }
