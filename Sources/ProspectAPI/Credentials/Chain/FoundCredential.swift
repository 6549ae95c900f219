/// A credential as a source gave it.
package struct FoundCredential: Sendable, Equatable {
  package var secrets: CredentialSecrets
  package var source: CredentialSource
  /// The one origin that it may be sent to.
  package var origin: Origin
  /// When it ends, in Unix seconds; nil when its source does not say.
  package var expiry: Double?

  /// From when on it is better to look for another, in Unix seconds; nil when nobody can tell.
  func renewalTime(now: Double) -> Double? {
    expiry.flatMap { Self.renewalTime(end: $0, now: now) }
  }

  /// How long before its end a credential is renewed (contract spherescout §2.2).
  private static let earliness = 30.0

  /// One that is over before it is used comes from another clock than ours: then only the provider can say. One that
  /// lives shorter than a minute is used for half of its life, or each call would renew it.
  static func renewalTime(end: Double, now: Double) -> Double? {
    end > now ? end - min(earliness, (end - now) / 2) : nil
  }
}
