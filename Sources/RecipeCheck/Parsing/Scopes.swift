/// What the names of a recipe stand for, block by block.
struct Scopes {
  private var blocks: [[String: Meaning]] = [
    [
      "require": .require, "pcall": .protectedCall(skipped: 0),
      "xpcall": .protectedCall(skipped: 1), "http": .http,
    ]
  ]

  mutating func enter() { blocks.append([:]) }

  mutating func leave() { blocks.removeLast() }

  /// - Parameter meaning: nil: the name waits for its first value.
  mutating func declare(_ name: String, _ meaning: Meaning?) {
    blocks[blocks.count - 1][name] = meaning.map(Self.settled) ?? .unknown
  }

  private static func settled(_ meaning: Meaning) -> Meaning {
    if case .unknown = meaning { .varying } else { meaning }
  }

  func meaning(of name: String) -> Meaning {
    blocks.last { $0[name] != nil }?[name] ?? .unknown
  }

  /// A name that gets a second meaning may have either later on, so it has none that is known.
  mutating func assign(_ name: String, _ meaning: Meaning) {
    let index = blocks.lastIndex { $0[name] != nil } ?? 0
    switch blocks[index][name] {
    case nil, .unknown?: blocks[index][name] = Self.settled(meaning)
    default: blocks[index][name] = .varying
    }
  }
}
