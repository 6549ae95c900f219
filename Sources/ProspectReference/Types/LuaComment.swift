/// Text as comments of a Lua file.
enum LuaComment {
  /// On one line.
  static func line(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// On as many lines as it needs.
  static func lines(_ text: String) -> [String] {
    TextColumns.wrapped(text, width: 96).map { "--- " + $0 }
  }
}
