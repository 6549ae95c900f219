internal import ProspectAPI
internal import ProspectRuntime

/// What `auth status` tells.
struct AuthReport {
  /// One provider.
  struct Entry {
    let provider: Provider
    var found: FoundCredential?
    var answer: IdentityQuestion.Answer?
    /// Why there is no credential, or what the provider says against it.
    var error: CallError?
    var wasAsked = false
  }

  let profile: String
  /// Whether the providers were named, so that each must have a credential.
  let isExplicit: Bool
  var entries: [Entry] = []

  var status: Int32 {
    let errors = entries.compactMap { entry in
      entry.isMissing && !isExplicit ? nil : entry.error
    }
    let codes = errors.map { RunFailure.Kind(rawValue: $0.kind.rawValue).exitCode }
    if let first = codes.min() { return first }
    return entries.contains { $0.found != nil } ? ExitStatus.success : ExitStatus.credential
  }
}

extension AuthReport.Entry {
  /// Looks for a credential, and asks the provider about it.
  ///
  /// - Parameters:
  ///   - network: how requests find their way; nil: the provider is not asked.
  ///   - register: gets to know what was found before it is sent.
  init(
    of provider: Provider, in store: CredentialStore, over network: TransportSettings?,
    register: SecretRegister
  ) async {
    self.init(provider: provider)
    do throws(CallError) {
      let found = try await store.find(for: provider)
      self.found = found
      guard let network else { return }
      answer = try await IdentityQuestion.ask(
        provider, with: found.secrets, register: register, network: network)
      wasAsked = answer != nil
    } catch {
      self.error = error
    }
  }

  init(provider: Provider) { self.provider = provider }

  var isMissing: Bool { error?.code == CredentialStore.noCredential }

  /// One word for what came of it.
  var state: String {
    guard let error else { return wasAsked ? "ok" : "found" }
    if isMissing { return "missing" }
    if found == nil { return "unusable" }
    return error.kind == .credential || error.kind == .scope ? "refused" : "unreachable"
  }

  /// When it ends, by whoever knows.
  var expiry: Double? { answer?.expiry ?? found?.expiry }
}
