/// The credentials of a runtime, each bound to one provider's origin.
package struct CredentialStore: Sendable {
  private let environment: [String: String]

  /// - Parameter environment: the variables that the descriptions name.
  package init(environment: [String: String]) { self.environment = environment }

  /// The credential of a provider.
  ///
  /// - Throws: `CallError` of kind `credential` that says what to set, when there is none or it cannot be sent.
  package func credential(for provider: Provider) throws(CallError) -> Credential? {
    guard let authentication = provider.authentication else { return nil }
    let name = authentication.environment
    guard let text = environment[name].map(Self.trimmed), !text.isEmpty else {
      throw CallError(
        kind: .credential, message: "there is no credential for \(provider.title)",
        provider: provider.name, hint: "set \(name) in the environment")
    }
    // A line break would begin another header field (RFC 9110 §5.5).
    guard text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
      throw CallError(
        kind: .credential, message: "\(name) holds a character that no credential has",
        provider: provider.name, hint: "look for spaces or line breaks inside \(name)")
    }
    return Credential(
      scheme: authentication.word, secret: Secret(text), origin: provider.baseURL.origin)
  }

  /// Files and command substitutions end with a line break that is not part of the credential.
  private static func trimmed(_ text: String) -> String {
    let isSpace = { (character: Character) in character.isWhitespace || character.isNewline }
    let tail = text.drop(while: isSpace)
    return String(tail.reversed().drop(while: isSpace).reversed())
  }
}
