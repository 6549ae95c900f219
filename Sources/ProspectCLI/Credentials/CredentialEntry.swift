internal import ProspectAPI

/// Gets a credential from the person at the terminal, or from standard input.
struct CredentialEntry {
  let provider: Provider

  func read(_ console: Console) throws(UsageError) -> CredentialSecrets {
    let secrets = console.input.isTerminal ? try asked(console) : try piped(console.input)
    if case .key(let key) = secrets, !key.isHeaderValue {
      throw UsageError(message: "a key has no spaces and only plain letters; nothing was stored")
    }
    return secrets
  }

  private func asked(_ console: Console) throws(UsageError) -> CredentialSecrets {
    let place = "\(provider.title) at \(provider.baseURL.origin.text)"
    let takesLogin = provider.authentication?.login != nil
    let rest = takesLogin ? " (empty: user name and password)" : ""
    let key = try answer("API key for \(place)\(rest): ", isHidden: true, console)
    if !key.isEmpty { return .key(Secret(key)) }
    guard takesLogin else { throw Self.nothing }
    let username = try answer("User name: ", isHidden: false, console)
    let password = try answer("Password: ", isHidden: true, console)
    guard !username.isEmpty, !password.isEmpty else { throw Self.nothing }
    return .login(LoginSecrets(username: Secret(username), password: Secret(password)))
  }

  private func answer(
    _ prompt: String, isHidden: Bool, _ console: Console
  ) throws(UsageError) -> String {
    guard let line = console.question.ask(prompt, isHidden: isHidden) else { throw Self.nothing }
    return line.trimmed
  }

  private func piped(_ input: any ByteSource) throws(UsageError) -> CredentialSecrets {
    guard let text = String(validating: input.readToEnd(), as: UTF8.self) else {
      throw UsageError(message: "standard input holds no text")
    }
    let lines = text.split(whereSeparator: \.isNewline).map { String($0).trimmed }
      .filter { !$0.isEmpty }
    switch lines.count {
    case 1: return .key(Secret(lines[0]))
    case 2 where provider.authentication?.login != nil:
      return .login(LoginSecrets(username: Secret(lines[0]), password: Secret(lines[1])))
    case 0: throw Self.nothing
    default:
      throw UsageError(
        message: "standard input holds \(lines.count) lines",
        hint: provider.authentication?.login == nil
          ? "write the key alone" : "write the key alone, or the user name and the password")
    }
  }

  private static let nothing = UsageError(
    message: "no credential was given", hint: "write it to standard input, or use a terminal")
}
