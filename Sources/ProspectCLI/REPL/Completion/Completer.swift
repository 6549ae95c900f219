internal import RecipeCheck

/// Says what may stand at the cursor: from the table of what there is, and the text of the session.
///
/// It reads and never runs anything, so it knows what the text says for certain and is silent about the rest.
struct Completer {
  private let table: CompletionTable
  /// What the earlier inputs have set.
  private var session = SessionScopes()

  init(table: CompletionTable) { self.table = table }

  /// Notes an input that was evaluated.
  mutating func note(_ source: String) {
    let tokens = Lexer.tokens(of: Array("\n\(source)".utf8)).map(\.kind)
    session = NameScanner.scopes(behind: tokens, table, session)
    session.keepOutermost()
  }

  /// What may stand at the cursor.
  ///
  /// - Parameters:
  ///   - line: the statement, with those of its lines that were entered before.
  ///   - cursor: where the cursor stands in it.
  func candidates(for line: String, cursor: String.Index) -> Completion {
    guard let place = CursorPlace(String(line[..<cursor])) else { return Completion() }
    let words = WordsAtCursor(
      reader: ValueReader(table: table, tokens: place.before),
      scopes: NameScanner.scopes(behind: place.before, table, session))
    return Completion(
      prefix: place.prefix, among: place.isInString ? words.texts : words.words)
  }
}
