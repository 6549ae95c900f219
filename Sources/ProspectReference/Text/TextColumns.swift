/// Text in aligned columns.
enum TextColumns {
  /// - Parameters:
  ///   - gap: what stands between two columns.
  ///   - width: of the terminal; longer lines are cut off. Nil: nothing is cut off.
  static func lines(_ rows: [[String]], gap: String = "  ", width: Int? = nil) -> [String] {
    var widths: [Int] = []
    for row in rows {
      for (index, cell) in row.enumerated() {
        if index == widths.count { widths.append(0) }
        widths[index] = max(widths[index], cell.count)
      }
    }
    return rows.map { row in
      let cells = row.enumerated().map { index, cell in
        // Spaces at the end of a line are nobody's.
        index == row.count - 1
          ? cell : cell + String(repeating: " ", count: widths[index] - cell.count)
      }
      return cut(cells.joined(separator: gap), width)
    }
  }

  private static func cut(_ line: String, _ width: Int?) -> String {
    var line = line
    if let width, width > 1, line.count > width { line = line.prefix(width - 1) + "…" }
    while line.last == " " { line.removeLast() }
    return line
  }

  /// A text in lines of at most `width` characters, broken between words.
  static func wrapped(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(whereSeparator: \.isWhitespace) {
      if !line.isEmpty, line.count + word.count + 1 > width {
        lines.append(line)
        line = ""
      }
      line += line.isEmpty ? String(word) : " " + word
    }
    return line.isEmpty ? lines : lines + [line]
  }
}
