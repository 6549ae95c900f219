internal import ProspectAPI
internal import ProspectJSON

extension SecretVault {
  /// The arguments with the secrets in the places of their handles; nil when there is no handle in them.
  ///
  /// - Throws: `CallError` of kind `grant` when a secret belongs to another origin; of kind `argument` when it stands where
  ///   the operation takes none: it would be kept, and shown, as any other text.
  func reveal(
    in arguments: JSON, of operation: Operation, for origin: Origin
  ) throws(CallError) -> JSON? {
    guard case .object(let object) = arguments else { return nil }
    var members = object.members
    var found = false
    for (index, member) in members.enumerated() {
      guard let value = try reveal(in: member.value, for: origin) else { continue }
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

  private func reveal(in value: JSON, for origin: Origin) throws(CallError) -> JSON? {
    switch value {
    case .string(let text): return try self.text(text, for: origin).map { .string($0) }
    case .array(let elements):
      var found = false
      var revealed: [JSON] = []
      for element in elements {
        let value = try reveal(in: element, for: origin)
        found = found || value != nil
        revealed.append(value ?? element)
      }
      return found ? .array(revealed) : nil
    case .object(let object):
      var found = false
      var members: [JSONObject.Member] = []
      for member in object.members {
        let value = try reveal(in: member.value, for: origin)
        found = found || value != nil
        members.append(JSONObject.Member(name: member.name, value: value ?? member.value))
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
