/// Rows of words as plain text.
enum ColumnText {
  /// Each column as wide as its widest cell, two blanks between them.
  static func table(_ rows: [[String]]) -> String {
    let widths = (rows.first ?? []).indices.map { column in
      rows.map { DisplayWidth.of($0[column]) }.max() ?? 0
    }
    return rows.map { row in
      zip(row, widths).map { cell, width in
        cell + String(repeating: " ", count: width - DisplayWidth.of(cell))
      }
      .joined(separator: "  ").trimmingEnd + "\n"
    }.joined()
  }
}

extension String {
  /// Without blanks at the end.
  fileprivate var trimmingEnd: String {
    String(self[..<(lastIndex { $0 != " " }.map { index(after: $0) } ?? startIndex)])
  }
}
