package import ProspectAPI

/// What a host gives for one provider: a key, or a user's name and password where the provider takes these.
///
/// It is never printed, whatever prints it, and recipes never see it.
public struct ProviderCredential: Sendable, CustomStringConvertible {
  package let given: GivenCredential

  /// A key, as it goes into the `Authorization` header.
  ///
  /// - Parameters:
  ///   - origin: scheme, host and port of the one place that it may be sent to, as in `https://api.acme.example`. Nil:
  ///     wherever the provider is said to be.
  ///   - life: how long it is good; then the host is asked again a little earlier. Nil when nobody knows: then the host
  ///     is asked again when the provider refuses it.
  public static func key(
    _ text: String, origin: String? = nil, life: Duration? = nil
  ) -> ProviderCredential {
    ProviderCredential(
      given: GivenCredential(secrets: .key(Secret(text)), origin: origin, life: life))
  }

  /// A user's name and password, which become tokens.
  ///
  /// - Parameter origin: as for `key`.
  public static func login(
    username: String, password: String, origin: String? = nil
  ) -> ProviderCredential {
    let login = LoginSecrets(username: Secret(username), password: Secret(password))
    return ProviderCredential(given: GivenCredential(secrets: .login(login), origin: origin))
  }

  public var description: String { "•••" }
}
