internal import ArgumentParser
internal import ProspectAPI
internal import ProspectJSON
internal import ProspectReference
internal import ProspectRuntime

/// Tells what operations there are and everything about each.
struct OpsCommand: ProspectCommand {
  static let commandName = "ops"
  static let configuration = CommandConfiguration(
    commandName: commandName,
    abstract: "Searches and shows the operations of all providers.",
    discussion: """
      With words that match several operations, a table; with the name of one, or words that match \
      one only, everything about it: arguments, scopes, effect, cost, an example. A word may be a \
      provider, a part of a name or of a summary, a scope, an effect, or one of list, job, paid, \
      legacy, inferred.
      """,
    version: ProspectVersion.line)

  @Flag(name: .long, help: "Write one JSON array on stdout: everything about each operation.")
  var json = false

  @OptionGroup
  var folder: ProvidersFolderOption

  @Option(name: .long, help: .hidden)
  var writeReference: String?

  @Argument(help: ArgumentHelp("What to look for.", valueName: "WORDS"))
  var words: [String] = []

  var needsLocalProviders: Bool { false }

  func perform(in console: Console) async throws -> Int32 {
    if let writeReference { return try write(below: writeReference) }
    let search = OperationSearch(try folder.known(from: "."))
    let found = search.matches(words)
    guard !found.isEmpty else { throw nothingFound(search) }
    return console.tell(text(of: found, width: console.output.columns))
  }

  private func text(of operations: [Operation], width: Int?) -> String {
    if json { return JSON.array(operations.map(\.reference)).text + "\n" }
    if operations.count == 1, !words.isEmpty { return OperationPage.text(operations[0]) }
    return OperationTable.text(operations, width: width)
  }

  /// Writes what is committed beside the sources: the built-in providers only, whatever lies in the folder.
  private func write(below folder: String) throws -> Int32 {
    let providers = try KnownProviders.all()
    let writer = FolderWriter(folder: folder)
    for page in ReferenceFile.pages(of: providers) {
      try writer.write(page.text, to: "docs/reference/\(page.path)")
    }
    for file in EditorTypes.files(of: providers) {
      try writer.write(file.text, to: "types/\(file.path)")
    }
    return ExitStatus.success
  }

  private func nothingFound(_ search: OperationSearch) -> UsageError {
    UsageError(
      message: "no operation matches '\(words.joined(separator: " "))'",
      hint: search.suggestion(for: words).map { "did you mean '\($0)'?" }
        ?? "prospect-run ops lists all of them")
  }
}
