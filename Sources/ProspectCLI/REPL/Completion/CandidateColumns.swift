/// Candidates below the line, in columns that are read from top to bottom.
enum CandidateColumns {
  private static let gap = 2

  /// - Parameter width: of the terminal, in columns.
  static func lines(_ candidates: [String], width: Int) -> [String] {
    // Who writes into the last column of some terminals begins a new line.
    let texts = candidates.map { DisplayWidth.fit(PlainText.line($0), to: max(1, width - 1)) }
    let cell = (texts.map(DisplayWidth.of).max() ?? 0) + gap
    let columns = max(1, (width - 1 + gap) / cell)
    let rows = (texts.count + columns - 1) / columns
    return (0..<rows).map { row in
      stride(from: row, to: texts.count, by: rows).reduce(into: "") { line, index in
        let isLast = index + rows >= texts.count
        let room = isLast ? 0 : cell - DisplayWidth.of(texts[index])
        line += texts[index] + String(repeating: " ", count: room)
      }
    }
  }
}
