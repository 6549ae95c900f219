/// Finds the credentials of a runtime, each bound to one provider's origin: the chain of design section 7.
package struct CredentialStore: Sendable {
  package let settings: CredentialSettings
  /// Unix seconds.
  let clock: @Sendable () -> Double

  package init(
    _ settings: CredentialSettings, clock: @escaping @Sendable () -> Double = { systemSeconds() }
  ) {
    self.settings = settings
    self.clock = clock
  }

  /// - Parameter environment: the variables that the descriptions name; there is no other source.
  package init(environment: [String: String]) {
    self.init(CredentialSettings(environment: environment))
  }

  /// The credential of the first source that has one. Reads files and may start a helper, so it takes its time.
  ///
  /// - Parameter isRenewal: the one that was found before was refused, or is over.
  /// - Throws: `CallError` of kind `credential` that says what to do: when there is none, when a source is not to be
  ///   trusted, and when it is for another origin.
  @concurrent
  package func find(
    for provider: Provider, isRenewal: Bool = false
  ) async throws(CallError) -> FoundCredential {
    guard let authentication = provider.authentication else {
      throw failure(provider, "\(provider.title) takes no credential", nil)
    }
    if let given = try await given(for: provider) { return given }
    if let reason = settings.withheld[provider.name] {
      // One that was stored for this very origin was meant for it.
      if let stored = try stored(for: provider) { return stored }
      throw failure(provider, reason.message, reason.hint)
    }
    if let named = try NamedValues(settings: settings, provider: provider).credential(
      authentication)
    {
      // The environment says where a provider is and what its key is: whoever can set one can set the other.
      return FoundCredential(
        secrets: named.secrets, source: named.source, origin: provider.baseURL.origin)
    }
    if let helped = try await helped(for: provider, isRenewal: isRenewal) { return helped }
    if let stored = try stored(for: provider) { return stored }
    throw try missing(provider, authentication)
  }

  private func given(for provider: Provider) async throws(CallError) -> FoundCredential? {
    guard let giver = settings.giver else { return nil }
    let credential: GivenCredential?
    do {
      credential = try await giver(provider.name)
    } catch {
      throw failure(provider, "the host program cannot give a credential: \(error)", nil)
    }
    guard let credential else { return nil }
    return try bound(
      credential.secrets, .host, to: credential.origin, of: provider,
      expiry: credential.life.map { clock() + $0 / .seconds(1) })
  }

  private func helped(
    for provider: Provider, isRenewal: Bool
  ) async throws(CallError) -> FoundCredential? {
    guard let command = settings.helper(for: provider.name) else { return nil }
    let helper = CredentialHelper(command: command, profile: settings.profile)
    let answer: HelperAnswer
    do throws(HelperFailure) {
      answer = try await helper.ask(
        for: provider, isRenewal: isRenewal, notice: settings.notice)
    } catch {
      throw failure(provider, error.message, error.hint)
    }
    guard let secrets = answer.secrets else { return nil }
    return try bound(
      secrets, .helper(command.name), to: answer.origin, of: provider, expiry: answer.expiry)
  }

  private func stored(for provider: Provider) throws(CallError) -> FoundCredential? {
    guard let path = settings.file else { return nil }
    let entry: StoredCredentials.Entry?
    do throws(SecretFile.Problem) {
      entry = try CredentialsFile(path: path).read().entry(provider.name, settings.profile)
    } catch {
      throw failure(provider, error.message, error.hint)
    }
    guard let entry else { return nil }
    return try bound(
      entry.secrets, .stored(path: path, profile: settings.profile), to: entry.origin,
      of: provider, expiry: nil)
  }

  /// Ties what was found to its origin. One that is for another origin than the provider's is not used.
  private func bound(
    _ secrets: CredentialSecrets, _ source: CredentialSource, to origin: String?,
    of provider: Provider, expiry: Double?
  ) throws(CallError) -> FoundCredential {
    if case .key(let key) = secrets, !key.isHeaderValue {
      throw failure(
        provider, "\(source.text) holds a character that no credential has",
        "look for spaces or line breaks inside it")
    }
    let actual = provider.baseURL.origin
    if let origin, Origin(url: origin) != actual {
      throw failure(
        provider, "the credential is for \(origin) and is not sent to \(actual.text)",
        "\(provider.name.uppercased())_BASE_URL or base_urls moved \(provider.title); "
          + "log in there with prospect-run auth login \(provider.name)\(profileOption)")
    }
    return FoundCredential(secrets: secrets, source: source, origin: actual, expiry: expiry)
  }

  func failure(
    _ provider: Provider, _ message: String, _ hint: String?, code: String? = nil
  ) -> CallError {
    CallError(
      kind: .credential, message: message, provider: provider.name, code: code, hint: hint)
  }

  var profileOption: String {
    settings.profile == CredentialSettings.usualProfile ? "" : " --profile \(settings.profile)"
  }
}
