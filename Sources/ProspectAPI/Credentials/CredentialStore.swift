/// The credentials of a runtime, each bound to one provider's origin.
package struct CredentialStore: Sendable {
  private let environment: [String: String]

  /// - Parameter environment: the variables that the descriptions name.
  package init(environment: [String: String]) { self.environment = environment }

  /// How calls to a provider are authorised: with its key when there is one, else by its login.
  ///
  /// - Throws: `CallError` of kind `credential` that says what to set, when there is none or it cannot be sent.
  func access(to provider: Provider) throws(CallError) -> Access {
    guard let authentication = provider.authentication else { return .open }
    if let key = try key(authentication.environment, of: provider) {
      return .key(
        Credential(scheme: authentication.word, secret: key, origin: provider.baseURL.origin))
    }
    guard let login = authentication.login else {
      throw missing(provider, hint: "set \(authentication.environment) in the environment")
    }
    return .login(try secrets(for: login, of: provider, instead: authentication.environment))
  }

  /// Whether anything is set with which calls to a provider that asks for a credential could be authorised.
  package func isSet(for provider: Provider) -> Bool {
    guard let authentication = provider.authentication else { return false }
    if value(of: authentication.environment) != nil { return true }
    guard let login = authentication.login else { return false }
    return value(of: login.usernameVariable) != nil && value(of: login.passwordVariable) != nil
  }

  /// A key as a header can carry it; nil when its variable is not set.
  private func key(_ name: String, of provider: Provider) throws(CallError) -> Secret? {
    guard let text = value(of: name) else { return nil }
    // A line break would begin another header field (RFC 9110 §5.5).
    guard text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
      throw CallError(
        kind: .credential, message: "\(name) holds a character that no credential has",
        provider: provider.name, hint: "look for spaces or line breaks inside \(name)")
    }
    return Secret(text)
  }

  private func secrets(
    for login: Login, of provider: Provider, instead key: String
  ) throws(CallError) -> LoginSecrets {
    let names = [login.usernameVariable, login.passwordVariable]
    let values = names.map { value(of: $0) }
    guard let username = values[0], let password = values[1] else {
      let lacking = zip(names, values).filter { $0.1 == nil }.map(\.0)
      let hint =
        lacking.count == 1
        ? "set \(lacking[0]), too, or \(key) in the environment"
        : "set \(key), or \(names.joined(separator: " and ")), in the environment"
      throw missing(provider, hint: hint)
    }
    return LoginSecrets(username: Secret(username), password: Secret(password))
  }

  private func missing(_ provider: Provider, hint: String) -> CallError {
    CallError(
      kind: .credential, message: "there is no credential for \(provider.title)",
      provider: provider.name, hint: hint)
  }

  /// The value of a variable; nil when it is not set or says nothing.
  private func value(of name: String) -> String? {
    environment[name].map(Self.trimmed).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Files and command substitutions end with a line break that is not part of the credential.
  private static func trimmed(_ text: String) -> String {
    let isSpace = { (character: Character) in character.isWhitespace || character.isNewline }
    let tail = text.drop(while: isSpace)
    return String(tail.reversed().drop(while: isSpace).reversed())
  }
}
