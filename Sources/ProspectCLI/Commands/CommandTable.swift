internal import ArgumentParser

/// Knows which command the words of a command line name.
enum CommandTable {
  /// Everything that is not "run a recipe", in the order of `--help`.
  static let subcommands: [any ProspectCommand.Type] = [
    OpsCommand.self, CheckCommand.self, InitCommand.self, AuthCommand.self,
    SandboxCommand.self,
  ]

  /// The names of the subcommands.
  static var names: [String] { subcommands.map { $0.commandName } }

  /// Reads the words that follow the program's name.
  ///
  /// Only the first word can name a subcommand; whatever stands behind a recipe's file belongs to
  /// the recipe, also when it looks like an option or a subcommand. So the parser is not asked to
  /// find subcommands: it is given the one that was named.
  ///
  /// - Throws: `UsageError`, or `Information` when help was asked for.
  static func command(for words: [String]) throws -> any ProspectCommand {
    guard let first = words.first else { return try parse(RunCommand.self, words) }
    let rest = Array(words.dropFirst())
    if first == "help" { throw try helpRequest(for: rest) }
    guard let named = command(named: first) else { return try parse(RunCommand.self, words) }
    return try parse(named, rest)
  }

  /// `help sandbox` means what `sandbox --help` means.
  private static func helpRequest(for words: [String]) throws -> Information {
    guard let name = words.first else { return .help(for: RunCommand.self) }
    guard let named = command(named: name) else { throw UsageError.unknownCommand(name) }
    return .help(for: named)
  }

  private static func command(named name: String) -> (any ProspectCommand.Type)? {
    subcommands.first { $0.commandName == name }
  }

  private static func parse(
    _ type: any ProspectCommand.Type, _ words: [String]
  ) throws -> any ProspectCommand {
    let parsed: any ParsableCommand
    do {
      parsed = try type.parseAsRoot(words)
    } catch  where type.exitCode(for: error).isSuccess {
      throw Information.text(type.message(for: error))
    } catch {
      throw UsageError(
        message: type.message(for: error).withLowercaseStart, hint: "see \(type.callName) --help")
    }
    // The only thing here that is no command of ours is the parser's own help command.
    guard let command = parsed as? any ProspectCommand else { throw Information.help(for: type) }
    return command
  }
}

extension ProspectCommand {
  /// How a user calls this command.
  fileprivate static var callName: String {
    Self.self == RunCommand.self ? commandName : "\(RunCommand.commandName) \(commandName)"
  }
}

extension String {
  /// The parser begins its messages with a capital; ours follow "error: ".
  fileprivate var withLowercaseStart: String { prefix(1).lowercased() + dropFirst() }
}
