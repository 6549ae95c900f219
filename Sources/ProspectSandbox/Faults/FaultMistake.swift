/// A text that describes no fault.
package struct FaultMistake: Error, Equatable {
  /// What is wrong, in one sentence without a full stop.
  package let message: String
  /// What to do about it.
  package let hint: String

  init(_ message: String, hint: String) {
    self.message = message
    self.hint = hint
  }

  /// A word that is none of `known`.
  static func unknown(_ what: String, _ word: String, known: [String], see: String) -> FaultMistake
  {
    let guess = Nearness.nearest(to: word, among: known)
    return FaultMistake(
      "there is no \(what) '\(word)'", hint: guess.map { "did you mean '\($0)'?" } ?? see)
  }
}
