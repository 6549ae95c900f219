/// Search profile creations of OpenProspect, each bound to its idempotency key [seed 001].
struct ProfileBook: Sendable {
  struct Creation: Sendable {
    let id: String
    let profileID: String
    /// Codes of the countries whose companies are wanted.
    let countries: [String]
    var progress: ProfileProgress
  }

  private(set) var creations: [Creation] = []
  private var keys = BoundKeys()

  func match(key: String, fingerprint: UInt64) -> BoundKeys.Match {
    keys.match(key, fingerprint: fingerprint)
  }

  /// The creation with this number, brought to `now` without being polled.
  mutating func creation(number: Int, at now: Instant) -> Creation {
    creations[number].progress.advance(to: now, isPoll: false)
    return creations[number]
  }

  mutating func poll(_ id: String, at now: Instant) -> Creation? {
    guard let number = creations.firstIndex(where: { $0.id == id }) else { return nil }
    creations[number].progress.advance(to: now, isPoll: true)
    return creations[number]
  }

  /// The creation that made this profile; nil as long as none did.
  mutating func creation(ofProfile id: String, at now: Instant) -> Creation? {
    guard let number = creations.firstIndex(where: { $0.profileID == id }) else { return nil }
    let creation = creation(number: number, at: now)
    return creation.progress.phase == .succeeded ? creation : nil
  }

  mutating func create(
    key: String, fingerprint: UInt64, countries: [String], progress: ProfileProgress,
    identifiers: Identifiers
  ) -> Creation {
    let number = creations.count
    let creation = Creation(
      id: identifiers.uuid("profile_creation", number),
      profileID: identifiers.uuid("profile", number), countries: countries, progress: progress)
    creations.append(creation)
    keys.bind(key, fingerprint: fingerprint, to: number)
    return creation
  }
}
