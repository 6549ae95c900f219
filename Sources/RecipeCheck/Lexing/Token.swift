/// One word of a Lua text.
package struct Token: Equatable {
  package enum Kind: Equatable {
    /// A name, or a word of the language.
    case name(String)
    case string(String)
    case number(Double)
    case symbol(String)
    case end
  }

  package let kind: Kind
  /// Counted from 1.
  package let line: Int
}
