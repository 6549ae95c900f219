internal import ArgumentParser
internal import ProspectAPI
internal import ProspectReference

/// Writes a new project.
struct InitCommand: ProspectCommand {
  static let commandName = "init"
  static let configuration = CommandConfiguration(
    commandName: commandName,
    abstract: "Writes a project: settings, editor types, a first recipe.",
    discussion: """
      Writes prospect.yaml, .luarc.json, types/ and first_recipe.lua. Nothing that is there is \
      overwritten: with --force what init writes is written anew.
      """,
    version: ProspectVersion.line)

  @Flag(name: .long, help: "Overwrite what is there.")
  var force = false

  @OptionGroup
  var folder: ProvidersFolderOption

  @Argument(
    help: ArgumentHelp("The folder of the project; made when it is not there.", valueName: "DIR"))
  var target = "."

  var needsLocalProviders: Bool { false }

  func perform(in console: Console) async throws -> Int32 {
    let writer = FolderWriter(folder: target)
    let files = try self.files()
    try refuseToOverwrite(files.map { $0.path }, writer)
    for file in files { try writer.write(file.text, to: file.path) }
    return console.tell(closing(files.count))
  }

  private func files() throws -> [(path: String, text: String)] {
    let types = EditorTypes.files(of: try folder.known(from: "."))
    let modules = types.map { String($0.path.dropLast(4)) }.filter(EditorTypes.isGlobal)
    return ProjectTemplate.files(modules: modules)
      + types.map { (path: "types/\($0.path)", text: $0.text) }
  }

  private func refuseToOverwrite(_ paths: [String], _ writer: FolderWriter) throws(UsageError) {
    let present = paths.filter(writer.exists)
    guard !force, !present.isEmpty else { return }
    let shown = present.prefix(5).joined(separator: ", ")
    let more = present.count > 5 ? " and \(present.count - 5) more" : ""
    throw UsageError(
      message: "\(target) holds \(shown)\(more) already; nothing was written",
      hint: "--force overwrites what init writes")
  }

  private func closing(_ count: Int) -> String {
    let enter = target == "." ? "" : "  cd \(ShellWord.quoted(target))\n"
    return """
      wrote \(count) files; next:

      \(enter)  prospect-run --sandbox \(ProjectTemplate.recipeName)
        prospect-run check --sandbox \(ProjectTemplate.recipeName)
        prospect-run ops

      """
  }
}
