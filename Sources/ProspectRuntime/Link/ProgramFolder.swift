#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Finds the programs that belong to this one.
package enum ProgramFolder {
  /// The folder of this process's executable; nil when the system does not tell.
  package static let own: String? = {
    #if os(Linux)
      guard let path = realpath("/proc/self/exe", nil) else { return nil }
    #else
      var name = [CChar](repeating: 0, count: Int(PATH_MAX))
      var capacity = UInt32(name.count)
      guard _NSGetExecutablePath(&name, &capacity) == 0, let path = realpath(name, nil) else {
        return nil
      }
    #endif
    defer { free(path) }
    let text = String(cString: path)
    return text.lastIndex(of: "/").map { String(text[..<$0]) }
  }()

  /// The first executable called `name` in: the folder of this process's own executable, the folders of `PATH`.
  package static func find(_ name: String, environment: [String: String]) -> String? {
    let searched = (environment["PATH"] ?? "").split(separator: ":").map(String.init)
    let folders = (own.map { [$0] } ?? []) + searched
    return folders.lazy.map { "\($0)/\(name)" }.first(where: isProgram)
  }

  /// Whether there is a file at `path` that this process may execute.
  static func isProgram(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
  }
}
