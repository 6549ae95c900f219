internal import ArgumentParser

/// A command of prospect-run.
///
/// A new command is a type like `SandboxCommand` and a line in `CommandTable`.
protocol ProspectCommand: ParsableCommand {
  /// The word that names it, as in `prospect-run sandbox`.
  static var commandName: String { get }

  /// What is said about words that the command does not take; nil: what they are. Words that may be secrets are not shown.
  static var surplus: UsageError? { get }

  /// Whether the local providers must be served for it.
  var needsLocalProviders: Bool { get }

  /// Does the work.
  ///
  /// - Returns: The exit status, as the table in the README has it.
  /// - Throws: What kept the command from starting; the caller shows it.
  func perform(in console: Console) async throws -> Int32
}

extension ProspectCommand {
  static var surplus: UsageError? { nil }
}
