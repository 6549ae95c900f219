internal import ProspectAPI
internal import ProspectJSON

/// The secrets that providers have shown to one run, by the handles that its recipe gets in their place.
///
/// They live in memory only, as long as the run. The journal, like the recipe, sees handles.
struct SecretVault {
  private var secrets: [String: Secret] = [:]
  private var handles: [String: String] = [:]

  /// Runs without secrets pay nothing for them: this is what each call asks first.
  var isEmpty: Bool { secrets.isEmpty }

  /// The secret behind a handle; nil when this run has none of that name.
  func secret(_ handle: String) -> Secret? { secrets[handle] }

  /// Takes the secrets out of an answer and puts their handles in.
  ///
  /// - Parameter learn: is told each secret that was not known.
  mutating func seal(
    _ answer: JSON, of operation: Operation, _ learn: (Secret) -> Void = { _ in }
  ) -> JSON {
    let former = secrets.keys
    let prefix = operation.result.flatMap { answer.at(path: $0) == nil ? nil : $0 }
    let sealed = operation.secrets.reduce(answer) { answer, path in
      let whole = prefix.map { "\($0).\(path)" } ?? path
      return replace(in: answer, at: whole.split(separator: ".").map(String.init)[...])
    }
    for (handle, secret) in secrets where !former.contains(handle) { learn(secret) }
    return sealed
  }

  /// A list on the way means each of its elements.
  private mutating func replace(in value: JSON, at path: ArraySlice<String>) -> JSON {
    switch value {
    case .array(let elements):
      return .array(elements.map { replace(in: $0, at: path) })
    case .object(var object):
      guard let name = path.first, let inner = object[name] else { return value }
      object[name] = replace(in: inner, at: path.dropFirst())
      return .object(object)
    case .null: return value
    default:
      guard path.isEmpty else { return value }
      return .string(handle(for: value.string ?? value.text))
    }
  }

  private mutating func handle(for text: String) -> String {
    if let known = handles[text] { return known }
    let random = (0..<2).map { _ in String(UInt64.random(in: 0 ... .max), radix: 36) }
    let handle = "secret-" + random.joined()
    handles[text] = handle
    secrets[handle] = Secret(text)
    return handle
  }

  /// The arguments with the secrets in the places of their handles; nil when there is no handle in them.
  func reveal(in arguments: JSON) -> JSON? {
    switch arguments {
    case .string(let text): return secrets[text].map { .string($0.reveal()) }
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

  /// JSON without the secrets: their handles stand in their places. A provider may send back what it was sent.
  func conceal(_ json: [UInt8]) -> [UInt8] {
    secrets.reduce(json) { json, entry in
      let text = entry.value.reveal()
      // A secret so short is none, and would be found everywhere.
      guard text.utf8.count >= Self.shortest else { return json }
      var written: [UInt8] = []
      JSON.write(text, to: &written)
      return json.replacing(Array(written.dropFirst().dropLast()), with: Array(entry.key.utf8))
    }
  }

  private static let shortest = 6
}
