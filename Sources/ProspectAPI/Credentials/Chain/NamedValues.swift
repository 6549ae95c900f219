#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Looks for the values that descriptions give names to: at the descriptors, in systemd's folder, in files, in the
/// environment, in this order.
struct NamedValues: Sendable {
  struct Value {
    let secret: Secret
    let source: CredentialSource
    /// The place of its source in the order; a smaller one wins.
    let rank: Int
  }

  let settings: CredentialSettings
  let provider: Provider

  /// The key, or the name and password, of the first source that has it; nil when no source has all of either.
  func credential(
    _ authentication: Authentication
  ) throws(CallError) -> (secrets: CredentialSecrets, source: CredentialSource)? {
    var key = givenKey()
    if key == nil { key = try value(of: authentication.environment) }
    if let login = authentication.login, key.map({ $0.rank > 0 }) ?? true,
      let username = try value(of: login.usernameVariable),
      let password = try value(of: login.passwordVariable),
      // Of one source the key comes first.
      key.map({ $0.rank > max(username.rank, password.rank) }) ?? true
    {
      let secrets = LoginSecrets(username: username.secret, password: password.secret)
      return (.login(secrets), password.source)
    }
    guard let key else { return nil }
    return (.key(try checked(key, authentication.environment)), key.source)
  }

  /// The names of a login that no source has a value for.
  func lacking(_ login: Login) throws(CallError) -> [String] {
    var names: [String] = []
    for name in [login.usernameVariable, login.passwordVariable]
    where try value(of: name) == nil { names.append(settings.variable(name)) }
    return names
  }

  private func givenKey() -> Value? {
    for tokens in settings.tokens {
      guard let key = tokens.key(of: provider.name) else { continue }
      return Value(secret: key, source: .descriptor(tokens.descriptor), rank: 0)
    }
    return nil
  }

  private func value(of name: String) throws(CallError) -> Value? {
    // What is given for this run alone needs no profile in its name.
    for tokens in settings.tokens {
      guard let secret = tokens.value(of: name) else { continue }
      return Value(secret: secret, source: .descriptor(tokens.descriptor), rank: 0)
    }
    let name = settings.variable(name)
    if let value = try systemd(name) { return value }
    if let value = try file(name) { return value }
    return try variable(name)
  }

  private func systemd(_ name: String) throws(CallError) -> Value? {
    guard let folder = settings.environment["CREDENTIALS_DIRECTORY"] else { return nil }
    let path = "\(folder)/\(name)"
    guard folder.hasPrefix("/"), let text = try content(path) else {
      // The folder may hold other credentials only, but it must be there.
      guard folder.hasPrefix("/"), access(folder, F_OK) == 0 else {
        throw failure(
          "CREDENTIALS_DIRECTORY names no folder (\(folder.isEmpty ? "it is empty" : folder))",
          "systemd sets it where LoadCredential= is used; elsewhere leave it unset")
      }
      return nil
    }
    return Value(secret: try secret(text, path), source: .systemd(path: path), rank: 1)
  }

  private func file(_ name: String) throws(CallError) -> Value? {
    let variable = "\(name)_FILE"
    guard let path = settings.environment[variable] else { return nil }
    guard !path.isEmpty else { throw failure("\(variable) is empty", "name a file, or unset it") }
    guard let text = try content(path) else {
      throw failure("\(variable) names \(path), which is not there", "write the file")
    }
    return Value(
      secret: try secret(text, path), source: .file(variable: variable, path: path), rank: 2)
  }

  private func variable(_ name: String) throws(CallError) -> Value? {
    guard let text = settings.environment[name]?.trimmed else { return nil }
    guard !text.isEmpty else { throw failure("\(name) is empty", "set \(name), or unset it") }
    return Value(secret: Secret(text), source: .variable(name), rank: 3)
  }

  private func content(_ path: String) throws(CallError) -> [UInt8]? {
    do throws(SecretFile.Problem) {
      return try SecretFile(path: path, rule: .given).read()
    } catch {
      throw failure(error.message, error.hint)
    }
  }

  /// An empty file is no answer, nor is an empty variable: to go on to the next source would use another account.
  private func secret(_ bytes: [UInt8], _ path: String) throws(CallError) -> Secret {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw failure("\(path) is no text", "write the credential alone into it")
    }
    let value = text.trimmed
    guard !value.isEmpty else { throw failure("\(path) is empty", "write the credential into it") }
    return Secret(value)
  }

  /// A key as a header can carry it: a line break would begin another field (RFC 9110 §5.5).
  private func checked(_ value: Value, _ name: String) throws(CallError) -> Secret {
    guard value.secret.isHeaderValue else {
      throw failure(
        "\(value.source.text) holds a character that no credential has",
        "look for spaces or line breaks inside \(name)")
    }
    return value.secret
  }

  private func failure(_ message: String, _ hint: String?) -> CallError {
    CallError(kind: .credential, message: message, provider: provider.name, hint: hint)
  }
}
