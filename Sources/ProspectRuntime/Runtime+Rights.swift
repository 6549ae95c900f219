package import ProspectAPI

extension Runtime {
  /// What a provider says about the key that is used for it.
  ///
  /// - Parameter name: of the provider, which recipes of this runtime must be allowed to use.
  /// - Throws: `CallError` when it cannot be asked or does not say; with the code `CredentialStore.noCredential` when there
  ///   is nothing to ask about.
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
