/// SphereScout's API keys of the account [contract spherescout §2.1].
struct APIKeyBook: Sendable {
  struct Key: Sendable {
    /// From 1; the id of the key.
    let number: Int
    /// The whole key, which is told once.
    let secret: String
    let createdAt: Instant
    let expiry: Instant?
    var isRevoked = false

    /// Leading characters, by which a person knows the key again.
    var prefix: String { String(secret.prefix(8)) }
  }

  /// The account begins with the key that the sandbox tells on its start.
  private var keys = [
    Key(
      number: 1, secret: SandboxKeys.sphereScout,
      createdAt: Instant(milliseconds: 1_772_442_900_000), expiry: nil)
  ]

  var active: [Key] { keys.filter { !$0.isRevoked } }

  mutating func create(at now: Instant, expiry: Instant?, identifiers: Identifiers) -> Key {
    let number = keys.count + 1
    let key = Key(
      number: number, secret: identifiers.secret("api-key", number), createdAt: now,
      expiry: expiry)
    keys.append(key)
    return key
  }

  /// - Returns: false when there is no such key, or no longer.
  mutating func revoke(_ number: Int) -> Bool {
    guard let index = keys.firstIndex(where: { $0.number == number && !$0.isRevoked }) else {
      return false
    }
    keys[index].isRevoked = true
    return true
  }

  /// Whether a key must be refused. One that the book does not hold is good, so that a recipe may
  /// keep the key it has (see `SandboxKeys`).
  func refuses(_ secret: String, at now: Instant) -> Bool {
    guard let key = keys.first(where: { $0.secret == secret }) else { return false }
    return key.isRevoked || key.expiry.map { $0 <= now } ?? false
  }
}
