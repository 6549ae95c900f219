internal import ProspectAPI
internal import ProspectRuntime

extension Console {
  /// Tells why a call failed.
  ///
  /// - Returns: The exit status, by the table of them.
  func tell(_ error: CallError, prefix: String = "") -> Int32 {
    say("\(prefix)\(error.message)", error.hint)
    return RunFailure.Kind(rawValue: error.kind.rawValue).exitCode
  }

  /// Tells why a file with credentials is not used.
  func tell(_ problem: SecretFile.Problem) -> Int32 {
    say(problem.message, problem.hint)
    return ExitStatus.credential
  }

  private func say(_ message: String, _ hint: String?) {
    var text = PlainText.lines("prospect-run: \(message)").map { $0 + "\n" }.joined()
    if let hint { text += "  \(PlainText.line(hint))\n" }
    // Whoever closed stderr does not want to know.
    try? error.write(Array(text.utf8))
  }
}
