internal import RecipeCheck

/// The words before the cursor, and the one in which it stands.
struct CursorPlace {
  /// A character that no Lua text holds outside of its strings; it stands where the cursor does.
  static let mark = "\u{1}"

  /// The words before the one that is completed.
  let before: [Token.Kind]
  /// As much of that word as is there.
  let prefix: String
  let isInString: Bool

  /// Nil where no word can be completed: in a comment or a number.
  ///
  /// - Parameter text: all before the cursor, from the beginning of the statement.
  init?(_ text: String) {
    // The line end keeps a `#` from being taken for the line that names an interpreter.
    let tokens = Lexer.tokens(of: Array("\n\(text)\(Self.mark)".utf8)).map(\.kind).dropLast()
    switch tokens.last {
    case .string(let content)? where content.hasSuffix(Self.mark):
      self.init(before: tokens.dropLast(), prefix: String(content.dropLast()), isInString: true)
    case .symbol(Self.mark)?:
      let before = tokens.dropLast()
      guard let byte = text.utf8.last, Self.isPartOfName(byte) else {
        self.init(before: before, prefix: "", isInString: false)
        return
      }
      guard case .name(let name)? = before.last else { return nil }
      self.init(before: before.dropLast(), prefix: name, isInString: false)
    default: return nil
    }
  }

  private init(before: ArraySlice<Token.Kind>, prefix: String, isInString: Bool) {
    self.before = Array(before)
    self.prefix = prefix
    self.isInString = isInString
  }

  private static func isPartOfName(_ byte: UInt8) -> Bool {
    let character = Character(Unicode.Scalar(byte))
    return character.isASCII && (character.isLetter || character.isNumber || character == "_")
  }
}
