/// Collects lines until they make a whole statement.
struct InputBuffer {
  private var lines: [String] = []

  /// What to show before the next line: plain Lua's prompts.
  var prompt: String { lines.isEmpty ? "> " : ">> " }

  /// Whether the beginning of a statement waits for its end.
  var isContinued: Bool { !lines.isEmpty }

  /// Adds a line.
  ///
  /// - Returns: What to evaluate now; nil when there is nothing but space.
  mutating func add(_ line: String) -> String? {
    if lines.isEmpty, line.allSatisfy(\.isWhitespace) { return nil }
    lines.append(line)
    return lines.joined(separator: "\n")
  }

  /// The statement so far, with the beginning of its next line.
  func text(through line: String) -> String { (lines + [line]).joined(separator: "\n") }

  /// Forgets everything: it was evaluated, or given up.
  mutating func clear() { lines = [] }
}
