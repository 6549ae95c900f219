internal import ArgumentParser

/// One `--switch NAME=WORD`: how the local providers fill a gap of their contracts.
package struct SwitchOption: Sendable, Equatable {
  package let name: String
  package let word: String

  /// Reads `provider.gap=reading`; whether there is such a gap, only the serving program knows.
  init(parsing text: String) throws {
    guard let equals = text.firstIndex(of: "="), equals != text.startIndex else {
      throw ValidationError(
        "write a switch as NAME=WORD; prospect-run sandbox --list-switches shows them")
    }
    name = String(text[..<equals])
    word = String(text[text.index(after: equals)...])
  }

  /// Finds out whether `switches` has this one and this reading of it.
  func check(against switches: [LocalProvidersSwitch]) throws(UsageError) {
    guard let known = switches.first(where: { $0.name == name }) else {
      let guess = NameGuess.nearest(to: name, among: switches.map(\.name))
      throw UsageError(
        message: "there is no switch '\(name)'",
        hint: guess.map { "did you mean '\($0)'?" } ?? "see prospect-run sandbox --list-switches")
    }
    guard !known.readings.contains(word) else { return }
    let guess = NameGuess.nearest(to: word, among: known.readings)
    throw UsageError(
      message: "the switch '\(name)' has no reading '\(word)'",
      hint: guess.map { "did you mean '\($0)'?" }
        ?? "its readings are \(known.readings.joined(separator: ", "))")
  }
}
