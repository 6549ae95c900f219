package import ProspectJSON

/// What a provider says about the key that is used.
package struct KeyRights: Sendable, Equatable {
  /// Nil when the provider does not tell.
  package var scopes: [String]?
  package var isReadOnly: Bool

  package init(scopes: [String]? = nil, isReadOnly: Bool = false) {
    self.scopes = scopes
    self.isReadOnly = isReadOnly
  }

  /// - Parameter result: of the provider's identity operation. What it does not say forbids nothing.
  package init(_ result: JSON, _ identity: Identity) {
    scopes = identity.scopes.lazy.compactMap { result.at(path: $0)?.array }.first?.compactMap(
      \.string)
    isReadOnly = identity.readOnly.lazy.compactMap { result.at(path: $0)?.bool }.first ?? false
  }

  /// Why the key cannot do what an operation does; nil when it can.
  ///
  /// A provider may refuse all the same: the person who made the key may lack the right [contract prospectb2b §2].
  package func obstacle(to operation: Operation) -> String? {
    if operation.isPublic { return nil }
    if isReadOnly, operation.effect != .read {
      return "it changes something, and the key may only read"
    }
    guard let scopes else { return nil }
    let missing = operation.scopes.filter { !scopes.contains($0) }
    guard !missing.isEmpty else { return nil }
    return
      "the key lacks the scope\(missing.count == 1 ? "" : "s") \(missing.joined(separator: ", "))"
  }

  /// The same as the error of a call that is not sent.
  package func refusal(of operation: Operation) -> CallError? {
    guard let obstacle = obstacle(to: operation) else { return nil }
    return CallError(
      kind: .scope, message: "refused before anything was sent: \(obstacle)",
      provider: operation.provider, operation: operation.name,
      hint: isReadOnly
        ? "use a key that may write"
        : "use a key that has what the recipe needs; prospect-run check lists it")
  }
}
