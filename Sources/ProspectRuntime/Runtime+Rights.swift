package import ProspectAPI

extension Runtime {
  /// Whether there is anything to ask a provider about: a credential, and an operation that tells its rights.
  package func canTellRights(at provider: Provider) -> Bool {
    provider.identity != nil && services.credentials.isSet(for: provider)
  }

  /// What a provider says about the key that is used for it.
  ///
  /// - Parameter name: of the provider, which recipes of this runtime must be allowed to use.
  /// - Throws: `CallError` when it cannot be asked or does not say.
  package func rights(at name: String) async throws(CallError) -> KeyRights {
    let entry: ProviderCatalog.Entry?
    do throws(RequestRefusal) {
      entry = try await services.providers.entry(name)
    } catch {
      throw CallError(
        kind: .init(rawValue: error.kind.rawValue) ?? .usage, message: error.message,
        provider: name, hint: error.hint)
    }
    guard let provider = entry?.provider else {
      throw CallError(kind: .usage, message: "there is no provider '\(name)'", provider: name)
    }
    return try await services.rights.rights(at: provider)
  }
}
