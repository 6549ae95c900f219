/// What a login gives: a token to call with for a while, and one to get the next with.
struct TokenPair: Sendable, Equatable {
  let access: Secret
  /// Nil when the provider gives none; then a login takes its place.
  let refresh: Secret?
  /// From when on it is better to get a new one, in Unix seconds; nil when the token does not tell its end.
  let renewalTime: Double?

  init(access: Secret, refresh: Secret?, renewalTime: Double?) {
    self.access = access
    self.refresh = refresh
    self.renewalTime = renewalTime
  }

  /// - Parameter now: when the answer came, in Unix seconds.
  init(access: String, refresh: Secret?, now: Double) {
    let renewalTime = JSONWebToken.expiry(of: access).flatMap {
      FoundCredential.renewalTime(end: $0, now: now)
    }
    self.init(access: Secret(access), refresh: refresh, renewalTime: renewalTime)
  }
}
