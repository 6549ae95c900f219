#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Where the lines of earlier sessions are kept.
enum HistoryFile {
  /// The path by the rules of XDG, its folder made; nil when there is no home to keep it in.
  static func path(environment: [String: String]) -> String? {
    guard let state = stateFolder(environment) else { return nil }
    let folder = state + "/prospect-run"
    return makeFolders(folder) ? folder + "/history" : nil
  }

  private static func stateFolder(_ environment: [String: String]) -> String? {
    if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") { return state }
    guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
    return home + "/.local/state"
  }

  /// Makes a folder that only its owner may look into, and those above it that are missing.
  private static func makeFolders(_ path: String) -> Bool {
    if mkdir(path, 0o700) == 0 || errno == EEXIST { return true }
    guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex else {
      return false
    }
    return makeFolders(String(path[..<slash])) && mkdir(path, 0o700) == 0
  }
}
