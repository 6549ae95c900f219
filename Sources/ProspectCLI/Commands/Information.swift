internal import ArgumentParser

/// What is printed on stdout in place of doing work, thrown from wherever the wish for it is
/// noticed.
enum Information: Error {
  case help(for: any ProspectCommand.Type)
  case text(String)

  var text: String {
    switch self {
    // Asked through the root, the help of a subcommand says `prospect-run sandbox`, not `sandbox`.
    case .help(let command): RunCommand.helpMessage(for: command)
    case .text(let text): text
    }
  }
}
