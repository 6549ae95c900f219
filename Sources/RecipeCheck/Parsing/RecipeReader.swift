/// Reads a recipe and notes which operations it names, and what is wrong about how it names them.
///
/// It reads the grammar of Lua 5.4 (manual §9), follows what is certain (a provider in a local, an operation in another)
/// and keeps silent about the rest: a finding is always a mistake.
package struct RecipeReader {
  let tokens: [Token]
  let names: RecipeNames
  var index = 0
  var scopes = Scopes()
  var report = RecipeReport()

  /// Reads a text that Lua can compile.
  package static func read(_ source: [UInt8], names: RecipeNames) -> RecipeReport {
    var reader = RecipeReader(tokens: Lexer.tokens(of: source), names: names)
    reader.block()
    return reader.report
  }

  private init(tokens: [Token], names: RecipeNames) {
    self.tokens = tokens
    self.names = names
  }

  // MARK: Words

  var kind: Token.Kind { tokens[index].kind }
  var line: Int { tokens[index].line }

  mutating func advance() { if index < tokens.count - 1 { index += 1 } }

  /// Whether the next word is this one.
  func sees(_ text: String) -> Bool {
    kind == .name(text) || kind == .symbol(text)
  }

  /// Takes the next word when it is this one.
  @discardableResult
  mutating func accept(_ text: String) -> Bool {
    guard sees(text) else { return false }
    advance()
    return true
  }

  mutating func name() -> String {
    guard case .name(let text) = kind else { return "" }
    advance()
    return text
  }

  // MARK: Blocks

  private static let blockEnds = ["end", "else", "elseif", "until"]

  /// Statements up to the word that ends the block, which is left.
  mutating func block() {
    while kind != .end, !Self.blockEnds.contains(where: sees) {
      let before = index
      statement()
      // Whatever happens, it goes on.
      if index == before { advance() }
    }
  }

  /// A block with names of its own, and the `end` behind it.
  mutating func ownBlock(declaring names: [String] = []) {
    scopes.enter()
    for name in names { scopes.declare(name, .varying) }
    block()
    scopes.leave()
    accept("end")
  }
}
