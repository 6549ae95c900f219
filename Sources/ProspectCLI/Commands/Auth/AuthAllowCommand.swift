internal import ArgumentParser

/// Allows a project what could harm its user.
struct AuthAllowCommand: ProspectCommand {
  static let commandName = "allow"
  static let configuration = CommandConfiguration(
    commandName: commandName,
    abstract: "Lets a project start its credential helpers and move the built-in providers.",
    discussion: """
      Shows what the project's prospect.yaml asks for, and remembers that you allowed exactly \
      this. A project that changes it has to be allowed again.
      """,
    version: ProspectVersion.line)

  @Flag(name: .long, help: "Take back what was allowed.")
  var revoke = false

  @Argument(help: ArgumentHelp("A folder of the project.", valueName: "DIR"))
  var target = "."

  var needsLocalProviders: Bool { false }

  func perform(in console: Console) async throws -> Int32 {
    guard let project = try ProjectFile.find(from: target) else {
      throw UsageError(message: "there is no \(ProjectFile.name) in \(target) or above")
    }
    let projects = AllowedProjects(console.environment)
    let file = "\(project.folder)/\(ProjectFile.name)"
    if revoke {
      try projects.allow(nil, in: project.folder)
      return console.tell("\(file) is allowed nothing any more\n")
    }
    let wishes = ProjectWishes(project)
    guard !wishes.isEmpty else {
      return console.tell("\(file) asks for nothing that has to be allowed\n")
    }
    try projects.allow(wishes, in: project.folder)
    let lines = wishes.lines.map { "  \($0)\n" }.joined()
    return console.tell("allowed from now on; \(file)\n\(lines)")
  }
}
