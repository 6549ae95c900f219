/// On whose account the calls to a provider go.
enum CallAccount: Sendable, Equatable {
  /// Whose the key is.
  case key
  /// The owner of keys that end: they change, the account stays.
  case changingKey
  /// Tokens change, too.
  case user(Secret)

  /// Whether what calls carry ends by itself.
  var keepsChanging: Bool { self != .key }
}
