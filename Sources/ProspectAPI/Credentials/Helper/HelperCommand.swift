/// A command that prints credentials. It is started as it is: no shell reads it.
package struct HelperCommand: Sendable, Equatable {
  /// The program, as a path or a name that `PATH` leads to, and its arguments.
  package let words: [String]
  /// What it finds in its environment: no credential of a provider is in there.
  package var environment: [String: String]
  /// How long it may take.
  package var timeout: Duration = .seconds(30)

  /// - Parameter words: at least one.
  package init(words: [String], environment: [String: String]) {
    self.words = words
    self.environment = environment
  }

  /// The program, without its arguments, for messages.
  package var name: String { words.first ?? "" }
}
