/// Reads what a person types, line by line.
package protocol LineReader: Sendable {
  /// Shows `prompt` and waits for a line.
  func read(prompt: String) async -> LineInput

  /// Ends a wait for a line with `.interrupted`; may be called from any thread.
  func interrupt()
}

/// What came of waiting for a line.
package enum LineInput: Sendable, Equatable {
  /// A line, without its line end.
  case line(String)
  /// The person gave the line up.
  case interrupted
  /// There will be no further line.
  case end
}
