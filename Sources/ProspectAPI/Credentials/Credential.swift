/// A secret and the one origin that it may be sent to.
package struct Credential: Sendable {
  package let scheme: String
  package let secret: Secret
  package let origin: Origin
  /// Of a token: which renewal of the login it comes from. Nil for a key, which nobody can renew.
  package let serial: UInt64?

  init(scheme: String, secret: Secret, origin: Origin, serial: UInt64? = nil) {
    self.scheme = scheme
    self.secret = secret
    self.origin = origin
    self.serial = serial
  }

  /// The value of the `Authorization` field for a request to `target`; nil for every other origin.
  package func authorization(for target: Origin) -> String? {
    target == origin ? "\(scheme) \(secret.reveal())" : nil
  }
}
