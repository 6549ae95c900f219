/// What the embedding program gives for one provider.
package struct GivenCredential: Sendable {
  package var secrets: CredentialSecrets
  /// The origin that it is for; nil: wherever the runtime was told that the provider is.
  package var origin: String?
  /// How long it is good; nil when nobody knows.
  package var life: Duration?

  package init(secrets: CredentialSecrets, origin: String? = nil, life: Duration? = nil) {
    self.secrets = secrets
    self.origin = origin
    self.life = life
  }
}
