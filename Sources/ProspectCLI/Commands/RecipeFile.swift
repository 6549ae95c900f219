internal import ProspectRuntime

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Finds the file that a word of the command line means.
enum RecipeFile {
  /// Checks that `word` names a file that can be read.
  ///
  /// - Throws: `UsageError`; its message says whether a recipe is missing or a subcommand is
  /// misspelt.
  static func locate(_ word: String) throws(UsageError) {
    var status = stat()
    guard stat(word, &status) == 0 else { throw missing(word) }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      throw UsageError(message: "\(word) is a folder, not a recipe", hint: nil)
    }
    guard access(word, R_OK) == 0 else {
      throw UsageError(
        message: "recipe \(word) cannot be read: \(String(cString: strerror(errno)))", hint: nil)
    }
  }

  /// The folder in which a file lies, and with it its project.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// A word with a slash or `.lua` can only mean a file; any other may also be a misspelt
  /// subcommand.
  private static func missing(_ word: String) -> UsageError {
    let meansFile = word.contains("/") || word.hasSuffix(".lua")
    if !meansFile, NameGuess.nearest(to: word, among: CommandTable.names) != nil {
      return .unknownCommand(word)
    }
    let (folder, name) = split(word)
    let place = "(looked in \(absolute(folder)))"
    let recipe = name.hasSuffix(".lua") ? name : name + ".lua"
    let there = FolderEntry.all(in: folder).compactMap(\.luaName).map { "\($0).lua" }
    let guess = NameGuess.nearest(to: recipe, among: there)
      .map { "did you mean \(folder == "." ? $0 : folder + "/" + $0)?" }
    return meansFile
      ? UsageError(message: "recipe \(word) not found \(place)", hint: guess)
      : UsageError(
        message: "'\(word)' is neither a command nor a recipe \(place)",
        hint: guess ?? "see prospect-run --help")
  }

  private static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    let folder = slash == path.startIndex ? "/" : String(path[..<slash])
    return (folder, String(path[path.index(after: slash)...]))
  }

  /// The folder's full path; a folder that does not exist is named as it was written.
  private static func absolute(_ folder: String) -> String {
    guard let resolved = realpath(folder, nil) else { return folder }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
