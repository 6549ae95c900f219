/// What the names that inputs set stand for, block by block; the last value counts.
struct SessionScopes {
  private var blocks: [[String: KnownValue]] = [[:]]

  /// All names that are set here.
  var names: [String] { blocks.flatMap(\.keys) }

  mutating func enter() { blocks.append([:]) }

  mutating func leave() { if blocks.count > 1 { blocks.removeLast() } }

  mutating func declare(_ name: String, _ value: KnownValue) {
    blocks[blocks.count - 1][name] = value
  }

  mutating func assign(_ name: String, _ value: KnownValue) {
    blocks[blocks.lastIndex { $0[name] != nil } ?? 0][name] = value
  }

  /// Nil: nobody has set it.
  subscript(name: String) -> KnownValue? {
    blocks.last { $0[name] != nil }?[name]
  }

  /// What outlives an input: locals of the outermost level, and globals.
  mutating func keepOutermost() { blocks.removeLast(blocks.count - 1) }
}
