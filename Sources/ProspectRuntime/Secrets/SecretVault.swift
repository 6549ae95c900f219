internal import ProspectAPI
internal import ProspectJSON

/// The secrets that one run may hand on, by the handles that its recipe gets in their place: those that providers have
/// shown to it, and those that the project binds to a host.
///
/// Each belongs to one origin and is handed on to no other. They live in memory only, as long as the run. The journal,
/// like the recipe, sees handles.
struct SecretVault {
  private struct Entry {
    let secret: Secret
    let origin: Origin
  }

  private struct Text: Hashable {
    let text: String
    let origin: Origin
  }

  private var secrets: [String: Entry] = [:]
  private var handles: [Text: String] = [:]

  /// Runs without secrets pay nothing for them: this is what each call asks first.
  var isEmpty: Bool { secrets.isEmpty }

  /// The secret behind a handle; nil when this run has none of that name.
  func secret(_ handle: String) -> Secret? { secrets[handle]?.secret }

  /// Takes in a secret under a handle that is known beforehand.
  mutating func keep(_ secret: Secret, for origin: Origin, as handle: String) {
    secrets[handle] = Entry(secret: secret, origin: origin)
  }

  /// The text of a secret, for a request to an origin; nil when this run has none of that name.
  ///
  /// - Throws: a refusal when the secret belongs to another origin.
  func text(_ handle: String, for origin: Origin) throws(CallError) -> String? {
    guard let entry = secrets[handle] else { return nil }
    guard entry.origin == origin else {
      throw CallError(
        kind: .grant,
        message: "a secret of \(entry.origin.text) is not sent to \(origin.text)",
        hint: "`secret:save` writes it to a file for a person to take it there")
    }
    return entry.secret.reveal()
  }

  /// Takes the secrets out of an answer and puts their handles in.
  ///
  /// - Parameters:
  ///   - origin: where the answer came from.
  ///   - learn: is told each secret that was not known.
  mutating func seal(
    _ answer: JSON, of operation: Operation, from origin: Origin,
    _ learn: (Secret) -> Void = { _ in }
  ) -> JSON {
    let former = secrets.keys
    let prefix = operation.result.flatMap { answer.at(path: $0) == nil ? nil : $0 }
    let sealed = operation.secrets.reduce(answer) { answer, path in
      let whole = prefix.map { "\($0).\(path)" } ?? path
      return replace(in: answer, at: whole.split(separator: ".").map(String.init)[...], origin)
    }
    for (handle, entry) in secrets where !former.contains(handle) { learn(entry.secret) }
    return sealed
  }

  /// A list on the way means each of its elements.
  private mutating func replace(
    in value: JSON, at path: ArraySlice<String>, _ origin: Origin
  ) -> JSON {
    switch value {
    case .array(let elements):
      return .array(elements.map { replace(in: $0, at: path, origin) })
    case .object(var object):
      guard let name = path.first, let inner = object[name] else { return value }
      object[name] = replace(in: inner, at: path.dropFirst(), origin)
      return .object(object)
    case .null: return value
    default:
      guard path.isEmpty else { return value }
      return .string(handle(for: Text(text: value.string ?? value.text, origin: origin)))
    }
  }

  private mutating func handle(for text: Text) -> String {
    if let known = handles[text] { return known }
    let random = (0..<2).map { _ in String(UInt64.random(in: 0 ... .max), radix: 36) }
    let handle = "secret-" + random.joined()
    handles[text] = handle
    secrets[handle] = Entry(secret: Secret(text.text), origin: text.origin)
    return handle
  }

  /// JSON without the secrets: their handles stand in their places. A provider may send back what it was sent.
  func conceal(_ json: [UInt8]) -> [UInt8] {
    replaceAll(in: json) { text in
      var written: [UInt8] = []
      JSON.write(text, to: &written)
      return Array(written.dropFirst().dropLast())
    }
  }

  /// The same for a body that may be anything.
  func concealBytes(_ bytes: [UInt8]) -> [UInt8] {
    conceal(replaceAll(in: bytes) { Array($0.utf8) })
  }

  private func replaceAll(in bytes: [UInt8], _ form: (String) -> [UInt8]) -> [UInt8] {
    secrets.reduce(bytes) { bytes, entry in
      let text = entry.value.secret.reveal()
      // A secret so short is none, and would be found everywhere.
      guard text.utf8.count >= Self.shortest else { return bytes }
      return bytes.replacing(form(text), with: Array(entry.key.utf8))
    }
  }

  private static let shortest = 6
}
