#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Where the worker's executable is.
enum WorkerLocation {
  static let name = "prospect-worker"

  /// The first executable of: the configured path, the variable `PROSPECT_WORKER`, the folder of this process's own
  /// executable, `PATH`.
  ///
  /// What was named explicitly is never silently replaced by another one.
  static func find(
    configured: String?, environment: [String: String]
  ) throws(RuntimeError) -> String {
    if let named = configured ?? environment["PROSPECT_WORKER"], !named.isEmpty {
      guard isExecutable(named) else {
        throw RuntimeError(.workerMissing, "there is no executable \(named) to run recipes in")
      }
      return named
    }
    let beside = executableFolder.map { [$0] } ?? []
    let searched = (environment["PATH"] ?? "").split(separator: ":").map(String.init)
    for folder in beside + searched where isExecutable("\(folder)/\(name)") {
      return "\(folder)/\(name)"
    }
    throw RuntimeError(
      .workerMissing,
      """
      \(name) was not found, neither in \(beside.first ?? "the folder of this program") nor on PATH: put it there, \
      or name it in PROSPECT_WORKER
      """)
  }

  private static func isExecutable(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
  }

  /// The folder of this process's executable; nil when the system does not tell.
  private static let executableFolder: String? = {
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
}
