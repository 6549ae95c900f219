/// A secret and the one origin that it may be sent to.
package struct Credential: Sendable {
  package let scheme: String
  package let secret: Secret
  package let origin: Origin

  /// The value of the `Authorization` field for a request to `target`; nil for every other origin.
  package func authorization(for target: Origin) -> String? {
    target == origin ? "\(scheme) \(secret.reveal())" : nil
  }
}
