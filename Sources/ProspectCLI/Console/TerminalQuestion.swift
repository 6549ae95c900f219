/// Somebody at a terminal who can be asked.
package protocol TerminalQuestion: Sendable {
  /// Shows the prompt and reads one line, which is not shown when it is hidden; nil when there is none.
  func ask(_ prompt: String, isHidden: Bool) -> String?
}

/// Nobody.
package struct NoTerminal: TerminalQuestion {
  package init() {}

  package func ask(_ prompt: String, isHidden: Bool) -> String? { nil }
}
