internal import ProspectAPI
internal import ProspectJSON
internal import ProspectRuntime
internal import Synchronization

/// Asks a provider what the key that is used may do.
enum KeyFacts {
  /// Whether there is an operation to ask, and a credential to ask with.
  static func canAsk(_ provider: Provider, _ environment: [String: String]) -> Bool {
    guard let authentication = provider.authentication, provider.identity != nil else {
      return false
    }
    let isThere = { (name: String) in environment[name].map { !$0.isEmpty } ?? false }
    if isThere(authentication.environment) { return true }
    return authentication.login.map {
      isThere($0.usernameVariable) && isThere($0.passwordVariable)
    } ?? false
  }

  /// Asks, by a recipe of one call that reads.
  ///
  /// - Throws: `RunFailure` when the provider does not answer or refuses the key.
  static func ask(_ provider: Provider, _ runtime: Runtime) async throws -> KeyRights {
    guard let identity = provider.identity else { return KeyRights() }
    let code = "print(json.encode(require(\"\(provider.name)\").\(identity.operation)()))"
    let printed = Mutex<[UInt8]>([])
    let run = try runtime.start(Recipe(source: code, name: "check")) { event in
      if case .print(let bytes) = event { printed.withLock { $0 += bytes } }
    }
    if case .failed(let failure) = await run.result().status { throw failure }
    return KeyRights(try JSON.parse(printed.withLock { $0 }), identity)
  }
}
