/// One word of a Lua text.
struct Token: Equatable {
  enum Kind: Equatable {
    /// A name, or a word of the language.
    case name(String)
    case string(String)
    case number(Double)
    case symbol(String)
    case end
  }

  let kind: Kind
  /// Counted from 1.
  let line: Int
}
