/// The command line asks for something that does not exist or makes no sense.
package struct UsageError: Error, Equatable {
  /// What is wrong, in one sentence without a full stop.
  package var message: String
  /// What to do about it; nil when the message says it all.
  package var hint: String?

  package init(message: String, hint: String? = nil) {
    self.message = message
    self.hint = hint
  }

  /// A word that should name a subcommand and does not.
  static func unknownCommand(_ word: String) -> UsageError {
    if CommandTable.names.contains(word) {
      return UsageError(
        message: "'\(word)' is a command, and stands before all options",
        hint: "write prospect-run \(word) …")
    }
    let guess = NameGuess.nearest(to: word, among: CommandTable.names)
    return UsageError(
      message: "unknown command '\(word)'",
      hint: guess.map { "did you mean '\($0)'?" } ?? "see prospect-run --help")
  }

  /// A word that should be an option and is not.
  static func unknownOption(_ word: String, known: [String]) -> UsageError {
    let name = word.prefix { $0 != "=" }
    let guess = NameGuess.nearest(to: String(name), among: known)
    return UsageError(
      message: "unknown option '\(name)'",
      hint: guess.map { "did you mean '\($0)'?" } ?? "see prospect-run --help")
  }
}
