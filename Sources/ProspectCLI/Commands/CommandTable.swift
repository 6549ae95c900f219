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
    if let inner = rest.first.flatMap({ command(named: $0, in: named) }) {
      return try parse(inner, Array(rest.dropFirst()), in: named)
    }
    return try parse(named, rest)
  }

  /// `help auth login` means what `auth login --help` means.
  private static func helpRequest(for words: [String]) throws -> Information {
    guard let name = words.first else { return .help(for: RunCommand.self) }
    guard let named = command(named: name) else { throw UsageError.unknownCommand(name) }
    return .help(for: words.dropFirst().first.flatMap { command(named: $0, in: named) } ?? named)
  }

  private static func command(named name: String) -> (any ProspectCommand.Type)? {
    subcommands.first { $0.commandName == name }
  }

  /// A command of a command, such as `login` of `auth`.
  private static func command(
    named name: String, in outer: any ProspectCommand.Type
  ) -> (any ProspectCommand.Type)? {
    outer.configuration.subcommands.lazy.compactMap { $0 as? any ProspectCommand.Type }
      .first { $0.commandName == name }
  }

  /// - Parameter outer: the command that it belongs to, unless that is `prospect-run` itself.
  private static func parse(
    _ type: any ProspectCommand.Type, _ words: [String], in outer: (any ProspectCommand.Type)? = nil
  ) throws -> any ProspectCommand {
    let outerName = outer.map { "\($0.commandName) " } ?? ""
    if words.contains(where: { $0 == "--help" || $0 == "-h" }), outer != nil {
      throw Information.help(for: type)
    }
    let parsed: any ParsableCommand
    do {
      parsed = try type.parseAsRoot(words)
    } catch  where type.exitCode(for: error).isSuccess {
      throw Information.text(type.message(for: error))
    } catch {
      if let surplus = type.surplus, type.message(for: error).contains("nexpected argument") {
        throw surplus
      }
      throw UsageError(
        message: type.message(for: error).withLowercaseStart,
        hint: "see \(type.callName(outerName)) --help")
    }
    // The only thing here that is no command of ours is the parser's own help command.
    guard let command = parsed as? any ProspectCommand else { throw Information.help(for: type) }
    return command
  }
}

extension ProspectCommand {
  /// How a user calls this command.
  fileprivate static func callName(_ outerName: String) -> String {
    Self.self == RunCommand.self
      ? commandName : "\(RunCommand.commandName) \(outerName)\(commandName)"
  }
}

extension String {
  /// The parser begins its messages with a capital; ours follow "error: ".
  fileprivate var withLowercaseStart: String { prefix(1).lowercased() + dropFirst() }
}
