/// A secret and the one origin that it may be sent to.
package struct Credential: Sendable {
  package let scheme: String
  package let secret: Secret
  package let origin: Origin
  /// The number of the search or renewal that it comes from, by which a refusal tells what was refused.
  package let serial: UInt64
  /// Where it was found.
  package let source: CredentialSource
  /// Whether it is a token of a login, not a key.
  package let isToken: Bool

  init(
    scheme: String, secret: Secret, origin: Origin, serial: UInt64 = 0,
    source: CredentialSource = .host, isToken: Bool = false
  ) {
    self.scheme = scheme
    self.secret = secret
    self.origin = origin
    self.serial = serial
    self.source = source
    self.isToken = isToken
  }

  /// The value of the `Authorization` field for a request to `target`; nil for every other origin.
  package func authorization(for target: Origin) -> String? {
    target == origin ? "\(scheme) \(secret.reveal())" : nil
  }
}
