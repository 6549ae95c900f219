internal import ProspectAPI
internal import ProspectJSON
internal import ProspectRuntime
internal import Synchronization

/// What a provider says about the key that is used.
struct KeyFacts {
  /// Nil when the provider does not tell.
  var scopes: [String]?
  var isReadOnly = false

  /// The operations that tell, of which a provider has one at most.
  private static let tellers = ["auth.validate", "me", "account.profile"]

  /// Whether there is a credential to ask with.
  static func canAsk(_ provider: Provider, _ environment: [String: String]) -> Bool {
    guard let authentication = provider.authentication, teller(of: provider) != nil else {
      return false
    }
    let isThere = { (name: String) in environment[name].map { !$0.isEmpty } ?? false }
    if isThere(authentication.environment) { return true }
    return authentication.login.map {
      isThere($0.usernameVariable) && isThere($0.passwordVariable)
    } ?? false
  }

  /// Asks the provider, by a recipe of one call that reads.
  ///
  /// - Throws: `RunFailure` when it does not answer or refuses the key.
  static func ask(_ provider: Provider, _ runtime: Runtime) async throws -> KeyFacts {
    guard let teller = teller(of: provider) else { return KeyFacts() }
    let code = "print(json.encode(require(\"\(provider.name)\").\(teller)()))"
    let printed = Mutex<[UInt8]>([])
    let run = try runtime.start(Recipe(source: code, name: "check")) { event in
      if case .print(let bytes) = event { printed.withLock { $0 += bytes } }
    }
    if case .failed(let failure) = await run.result().status { throw failure }
    let answer = try JSON.parse(printed.withLock { $0 })
    return KeyFacts(
      scopes: answer["scopes"]?.array?.compactMap(\.string),
      isReadOnly: answer["read_only"]?.bool ?? false)
  }

  private static func teller(of provider: Provider) -> String? {
    tellers.first { provider.operations[$0] != nil }
  }

  /// Why the key cannot do what an operation does; nil when it can.
  func obstacle(to operation: Operation) -> String? {
    if isReadOnly, operation.effect != .read, !operation.isPublic {
      return "\(operation.fullName) changes something, and the key may only read"
    }
    guard let scopes else { return nil }
    let missing = operation.scopes.filter { !scopes.contains($0) }
    guard !missing.isEmpty else { return nil }
    return "\(operation.fullName) needs \(missing.joined(separator: ", ")), which the key lacks"
  }
}
