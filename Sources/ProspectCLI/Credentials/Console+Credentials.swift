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
    // Whoever closed stderr does not want to know.
    try? error.write(Array(UsageError(message: message, hint: hint).text.utf8))
  }
}
