internal import ArgumentParser
internal import ProspectAPI
internal import ProspectRuntime

/// Where descriptions of further providers lie.
struct ProvidersFolderOption: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "A folder with descriptions of further providers (default: providers/ of the project).",
      valueName: "DIR"))
  var providers: String?

  /// All providers that are known, as their descriptions have them.
  ///
  /// - Parameter start: a folder of the project.
  func known(from start: String) throws -> [Provider] {
    try KnownProviders.all(folder: folder(of: try ProjectFile.find(from: start), start))
  }

  /// The folder of the descriptions; it need not be there.
  ///
  /// - Parameter start: stands for the project's folder where there is no project file.
  func folder(of project: ProjectFile?, _ start: String) -> String {
    providers ?? "\(project?.folder ?? start)/providers"
  }
}
