/// What a source gives for one provider.
package enum CredentialSecrets: Sendable, Equatable {
  /// It goes into each request.
  case key(Secret)
  /// It becomes tokens.
  case login(LoginSecrets)

  /// All that must not appear anywhere.
  package var all: [Secret] {
    switch self {
    case .key(let key): [key]
    case .login(let login): [login.username, login.password]
    }
  }
}
