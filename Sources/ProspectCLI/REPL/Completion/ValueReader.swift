internal import RecipeCheck

/// Reads what the words of a text stand for: names, their fields, and calls of `require`.
struct ValueReader {
  let table: CompletionTable
  let tokens: [Token.Kind]

  /// The value of the expression whose last word this is, read from its end to its beginning.
  func value(endingAt index: Int, _ scopes: SessionScopes) -> KnownValue {
    switch kind(index) {
    case .name(let name):
      switch kind(index - 1) {
      case .symbol("."): return table.field(name, of: value(endingAt: index - 2, scopes))
      case .symbol(":"): return .unknown
      default: return scopes[name] ?? table.module(name)
      }
    case .string(let name) where isRequire(index - 1): return table.value(requiring: name)
    case .symbol(")"):
      guard case .string(let name) = kind(index - 1), kind(index - 2) == .symbol("("),
        isRequire(index - 3)
      else { return .unknown }
      return table.value(requiring: name)
    default: return .unknown
    }
  }

  /// The last word of the value that begins at `index`; nil when it is none that this can read.
  func end(ofValueAt index: Int) -> Int? {
    guard case .name = kind(index) else { return nil }
    var end = index
    if isRequire(index) {
      if case .string = kind(index + 1) { end = index + 1 }
      if kind(index + 1) == .symbol("("), case .string = kind(index + 2),
        kind(index + 3) == .symbol(")")
      {
        end = index + 3
      }
    }
    while kind(end + 1) == .symbol("."), case .name = kind(end + 2) { end += 2 }
    return isOver(behind: end) ? end : nil
  }

  /// Whether no operator, call or index follows.
  private func isOver(behind index: Int) -> Bool {
    switch kind(index + 1) {
    case .end, .symbol(","), .symbol(";"): true
    case .name(let word): word != "and" && word != "or"
    default: false
    }
  }

  /// Whether this is the function `require`.
  func isRequire(_ index: Int) -> Bool {
    kind(index) == .name("require") && kind(index - 1) != .symbol(".")
  }

  /// The word at a place; `.end` where there is none.
  func kind(_ index: Int) -> Token.Kind { tokens.indices.contains(index) ? tokens[index] : .end }
}
