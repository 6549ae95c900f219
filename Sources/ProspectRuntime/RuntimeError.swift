/// Why a runtime cannot start or cannot start a run. What goes wrong *within* a run is a `RunFailure`.
public struct RuntimeError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What kind of trouble it is.
  public struct Code: RawRepresentable, Hashable, Sendable {
    public let rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    /// The `prospect-worker` executable was not found, or cannot be executed.
    public static let workerMissing = Code(rawValue: "worker_missing")
    /// The system has no processes, threads, descriptors or memory left.
    public static let resources = Code(rawValue: "resources")
    /// The name of an offered function is not of the form `module.function`.
    public static let invalidName = Code(rawValue: "invalid_name")
    /// A setting of the configuration cannot be used.
    public static let configuration = Code(rawValue: "configuration")
    /// The runtime was shut down.
    public static let shutDown = Code(rawValue: "shut_down")
  }

  /// What kind of trouble it is.
  public let code: Code
  /// One sentence that names the trouble and the remedy.
  public let message: String

  init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }

  public var description: String { message }
}
