internal import RecipeCheck

/// What may stand behind the words of a text.
struct WordsAtCursor {
  let reader: ValueReader
  let scopes: SessionScopes

  private var last: Int { reader.tokens.count - 1 }

  /// What a string that has been opened may say.
  var texts: [String] {
    let isBracketed = reader.kind(last) == .symbol("(")
    if reader.isRequire(isBracketed ? last - 1 : last) { return reader.table.required }
    return values?.texts ?? []
  }

  /// What may stand here that is no string, or is not one yet.
  var words: [String] {
    switch reader.kind(last) {
    case .symbol("."): return reader.table.members(of: reader.value(endingAt: last - 1, scopes))
    case .symbol(":"), .name("function"), .name("local"), .name("for"), .name("goto"): return []
    default: break
    }
    if let names = argumentNames { return names }
    if let values, !values.texts.isEmpty || !values.others.isEmpty {
      return values.texts.map { "\"\($0)\"" } + values.others
    }
    return LuaWords.keywords + reader.table.globals + scopes.names
  }

  /// The names that the table around the cursor still lacks; nil when no name belongs here.
  private var argumentNames: [String]? {
    guard let brace = openBracket(before: last + 1), beginsEntry,
      let names = shape(ofTableAt: brace)?.names, !names.isEmpty
    else { return nil }
    let given = given(behind: brace)
    return names.filter { !given.contains($0) }
  }

  /// The values that the argument takes which is given here; nil when none is, or anything goes.
  private var values: (texts: [String], others: [String])? {
    guard let brace = openBracket(before: last + 1), let shape = shape(ofTableAt: brace) else {
      return nil
    }
    if beginsEntry { return shape.elementValues }
    guard reader.kind(last) == .symbol("="), case .name(let name) = reader.kind(last - 1) else {
      return nil
    }
    return shape.values(of: name)
  }

  private var beginsEntry: Bool {
    [.symbol("{"), .symbol(","), .symbol(";")].contains(reader.kind(last))
  }

  /// What the table holds that this brace opens; nil when nobody can say.
  private func shape(ofTableAt brace: Int) -> TableShape? {
    guard reader.kind(brace) == .symbol("{") else { return nil }
    switch reader.kind(brace - 1) {
    case .symbol("="):
      guard case .name(let name) = reader.kind(brace - 2) else { return nil }
      return openBracket(before: brace).flatMap(shape)?.table(for: name)
    case .symbol("{"), .symbol(","), .symbol(";"):
      return openBracket(before: brace).flatMap(shape)?.elementTable
    case .symbol("("): return arguments(ofCallBehind: brace - 2)
    default: return arguments(ofCallBehind: brace - 1)
    }
  }

  private func arguments(ofCallBehind index: Int) -> TableShape? {
    guard case .operation(let operation) = reader.value(endingAt: index, scopes) else { return nil }
    return .arguments(operation)
  }

  /// The innermost bracket that is open before a word.
  private func openBracket(before end: Int) -> Int? {
    var closed = 0
    for index in stride(from: end - 1, through: 0, by: -1) {
      switch reader.kind(index) {
      case .symbol(")"), .symbol("}"), .symbol("]"): closed += 1
      case .symbol("("), .symbol("{"), .symbol("["):
        if closed == 0 { return index }
        closed -= 1
      default: break
      }
    }
    return nil
  }

  /// The names that the table holds already.
  private func given(behind brace: Int) -> Set<String> {
    var names: Set<String> = []
    for index in brace..<max(brace, last) where reader.kind(index + 1) == .symbol("=") {
      if case .name(let name) = reader.kind(index), openBracket(before: index) == brace {
        names.insert(name)
      }
    }
    return names
  }
}
