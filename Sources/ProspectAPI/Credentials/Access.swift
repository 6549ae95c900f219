/// How calls to a provider are authorised, as far as the environment says.
enum Access: Sendable {
  /// The provider asks for nothing.
  case open
  /// A key; one that is refused is refused for good.
  case key(Credential)
  /// Tokens that a login gives.
  case login(LoginSecrets)
}
