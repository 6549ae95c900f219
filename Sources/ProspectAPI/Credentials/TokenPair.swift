/// What a login gives: a token to call with for a while, and one to get the next with.
struct TokenPair: Sendable, Equatable {
  let access: Secret
  /// Nil when the provider gives none; then a login takes its place.
  let refresh: Secret?
  /// From when on it is better to get a new one, in Unix seconds; nil when the token does not tell its end.
  let renewalTime: Double?

  /// How long before its end a token is renewed (contract spherescout §2.2).
  private static let earliness = 30.0

  init(access: Secret, refresh: Secret?, renewalTime: Double?) {
    self.access = access
    self.refresh = refresh
    self.renewalTime = renewalTime
  }

  /// - Parameter now: when the answer came, in Unix seconds.
  init(access: String, refresh: Secret?, now: Double) {
    let renewalTime = JSONWebToken.expiry(of: access).flatMap { end in
      // A token that is over before it is used comes from another clock than ours: then only the provider can say.
      // One that lives shorter than a minute is used for half of its life, or each call would renew it.
      end > now ? end - min(Self.earliness, (end - now) / 2) : nil
    }
    self.init(access: Secret(access), refresh: refresh, renewalTime: renewalTime)
  }
}
