/// What Markdown makes of text.
enum Markdown {
  /// Text in a cell of a table: one line, and no bar that would end the cell.
  static func cell(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      .split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }
}
