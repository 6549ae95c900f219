/// Search profile creations of OpenProspect, each bound to its idempotency key [seed 001].
struct ProfileBook: Sendable {
  struct Creation: Sendable {
    let id: String
    let profileID: String
    let timeline: JobTimeline
  }

  /// What a key says about a request that carries it.
  enum Match: Sendable {
    case new
    /// The key was used before with the same body: its creation stands for both.
    case same(Creation)
    /// The key was used before with another body.
    case conflict
  }

  private(set) var creations: [Creation] = []
  private var bound: [String: (fingerprint: UInt64, number: Int)] = [:]

  func creation(_ id: String) -> Creation? { creations.first { $0.id == id } }

  /// A key stays bound to its first body for ever.
  func match(key: String, fingerprint: UInt64) -> Match {
    guard let known = bound[key] else { return .new }
    return known.fingerprint == fingerprint ? .same(creations[known.number]) : .conflict
  }

  mutating func create(
    key: String, fingerprint: UInt64, timeline: JobTimeline, identifiers: Identifiers
  ) -> Creation {
    let number = creations.count
    let creation = Creation(
      id: identifiers.uuid("profile_creation", number),
      profileID: identifiers.uuid("profile", number), timeline: timeline)
    creations.append(creation)
    bound[key] = (fingerprint, number)
    return creation
  }
}
