/// Reads what a person types, line by line.
package protocol LineReader: Sendable {
  /// Shows `prompt` and waits for a line.
  ///
  /// - Parameter completer: says what a Tab brings; called with the line as far as the cursor.
  func read(prompt: String, completer: @escaping LineCompleter) async -> LineInput

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

/// Says what a Tab brings behind a text.
package typealias LineCompleter = @Sendable (String) -> LineAnswer

/// What a Tab brings.
package enum LineAnswer: Sendable, Equatable {
  case nothing
  /// Goes in at the cursor.
  case insertion(String)
  /// Words to choose from.
  case list([String])
  /// Why there is no answer.
  case message(String)
}
