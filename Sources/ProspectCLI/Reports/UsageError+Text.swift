internal import ProspectJSON
internal import ProspectRuntime

extension UsageError {
  /// For people: what is wrong, and below it the remedy.
  var text: String {
    var text = PlainText.lines("prospect-run: \(message)").map { $0 + "\n" }.joined()
    if let hint { text += "  \(PlainText.line(hint))\n" }
    return text
  }

  /// The same for programs.
  func json(kind: RunFailure.Kind) -> String {
    JSONLine.object(
      "error", at: .now,
      [("kind", .string(kind.rawValue)), ("message", .string(message)), ("hint", hint.json)])
  }
}
