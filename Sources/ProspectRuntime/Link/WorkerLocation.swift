extension Isolation {
  /// The worker's executable; nil when recipes run in this process.
  func executable(_ environment: [String: String]) throws(RuntimeError) -> String? {
    guard case .worker(let path) = self else { return nil }
    return try WorkerLocation.find(configured: path, environment: environment)
  }
}

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
      guard ProgramFolder.isProgram(named) else {
        throw RuntimeError(.workerMissing, "there is no executable \(named) to run recipes in")
      }
      return named
    }
    if let found = ProgramFolder.find(name, environment: environment) { return found }
    throw RuntimeError(
      .workerMissing,
      """
      \(name) was not found, neither in \(ProgramFolder.own ?? "the folder of this program") nor on PATH: put it \
      there, or name it in PROSPECT_WORKER
      """)
  }
}
