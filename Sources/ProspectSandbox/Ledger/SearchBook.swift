import ProspectJSON

/// What was changed about prospect searches, with the version that a change must name [contract
/// openprospect §5.5].
struct SearchBook: Sendable {
  struct Edition: Sendable {
    var version = 1
    /// Members that a change set, under their names in the API.
    var members = JSONObject()
  }

  private var editions: [Int: Edition] = [:]

  func edition(ofSearch number: Int) -> Edition { editions[number] ?? Edition() }

  /// Sets members and counts the version up; nothing to set changes nothing.
  mutating func change(_ members: [JSONObject.Member], ofSearch number: Int) -> Edition {
    var edition = edition(ofSearch: number)
    guard !members.isEmpty else { return edition }
    edition.version += 1
    for member in members { edition.members[member.name] = member.value }
    editions[number] = edition
    return edition
  }
}
