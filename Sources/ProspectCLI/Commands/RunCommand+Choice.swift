extension RunCommand {
  /// What the command line asks to be run.
  enum Choice: Equatable {
    case file(String, arguments: [String])
    case code(String, arguments: [String])
    case standardInput(arguments: [String])
    case prompt

    /// What the recipe gets as `...` and `arg`.
    var arguments: [String] {
      switch self {
      case .file(_, let arguments), .code(_, let arguments), .standardInput(let arguments):
        arguments
      case .prompt: []
      }
    }

    /// Whether standard input is taken: by the recipe's text, or by the person at the prompt.
    var readsStandardInput: Bool {
      switch self {
      case .standardInput, .prompt: true
      case .file, .code: false
      }
    }

    /// Where the recipe lies, and with it its project; the current folder for what is no file.
    var folder: String {
      if case .file(let path, _) = self { RecipeFile.folder(of: path) } else { "." }
    }
  }

  /// Decides what is to be run.
  ///
  /// The parser hands over the first word that it does not know, and all that follow. This is where
  /// a recipe's file is told from a misspelt option.
  func choice(inputIsTerminal: Bool) throws -> Choice {
    let words = try recipeWords()
    if !code.isEmpty { return .code(code.joined(separator: "\n"), arguments: words) }
    guard let file = words.first else {
      return inputIsTerminal ? .prompt : .standardInput(arguments: [])
    }
    let arguments = Array(words.dropFirst())
    return file == "-"
      ? .standardInput(arguments: arguments) : .file(file, arguments: arguments)
  }

  /// The words from the recipe's file on; with `-e`, the recipe's arguments.
  private func recipeWords() throws -> [String] {
    guard let first = words.first, first.hasPrefix("-"), first != "-" else { return words }
    switch first {
    case "--": return Array(words.dropFirst())
    case "--help", "-h": throw Information.help(for: RunCommand.self)
    case "--version": throw Information.text(ProspectVersion.line)
    default: throw UsageError.unknownOption(first, known: RunCommand.optionNames)
    }
  }

  static let optionNames =
    [
      "-e", "--sandbox", "--sandbox-contacts", "--sandbox-switch", "--sandbox-fault",
      "--sandbox-fault-file", "--trusted", "--out", "--limit", "--max-credits", "--provider",
      "--allow-host", "--private-host",
      "--log-level", "--log-format", "--quiet", "--version", "--help",
    ] + CredentialOptions.names
}
