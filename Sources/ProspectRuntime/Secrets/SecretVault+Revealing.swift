internal import ProspectAPI
internal import ProspectJSON

extension SecretVault {
  /// The arguments with the secrets in the places of their handles; nil when there is no handle in them.
  ///
  /// - Throws: `CallError` of kind `argument` when a secret stands where the operation takes none: it would be kept, and
  ///   shown, as any other text.
  func reveal(in arguments: JSON, of operation: Operation) throws(CallError) -> JSON? {
    guard case .object(let object) = arguments else { return nil }
    var members = object.members
    var found = false
    for (index, member) in members.enumerated() {
      guard let value = reveal(in: member.value) else { continue }
      // An argument that does not exist is told by those who know the others.
      guard let parameter = operation.parameters.first(where: { $0.name == member.name }) else {
        continue
      }
      guard parameter.takesSecret else { throw .misplacedSecret(member.name, operation) }
      members[index] = JSONObject.Member(name: member.name, value: value)
      found = true
    }
    return found ? .object(JSONObject(members)) : nil
  }

  private func reveal(in value: JSON) -> JSON? {
    switch value {
    case .string(let text): return secret(text).map { .string($0.reveal()) }
    case .array(let elements):
      let revealed = elements.map { reveal(in: $0) }
      guard revealed.contains(where: { $0 != nil }) else { return nil }
      return .array(zip(elements, revealed).map { $1 ?? $0 })
    case .object(let object):
      var found = false
      let members = object.members.map { member in
        guard let value = reveal(in: member.value) else { return member }
        found = true
        return JSONObject.Member(name: member.name, value: value)
      }
      return found ? .object(JSONObject(members)) : nil
    default: return nil
    }
  }
}

extension CallError {
  fileprivate static func misplacedSecret(_ name: String, _ operation: Operation) -> CallError {
    CallError(
      kind: .argument, message: "argument \"\(name)\" takes no secret",
      provider: operation.provider, operation: operation.name,
      hint:
        "a secret can be saved, and handed on where the provider's description says secret = true")
  }
}
