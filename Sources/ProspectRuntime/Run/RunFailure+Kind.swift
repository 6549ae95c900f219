extension RunFailure {
  /// What kind of failure it is. New kinds may be added, so a `switch` needs a `default`.
  public struct Kind: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    public let rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    public var description: String { rawValue }

    /// The recipe raised an error of its own.
    public static let error = Kind(rawValue: "error")
    /// The text is no Lua.
    public static let syntax = Kind(rawValue: "syntax")
    /// An argument of a call is unknown, missing or of the wrong type; nothing was sent.
    public static let argument = Kind(rawValue: "argument")
    /// A function of the runtime was used in a way that it does not allow.
    public static let usage = Kind(rawValue: "usage")
    /// A function that the host offers threw an error.
    public static let function = Kind(rawValue: "function")
    /// A credential is missing, or the provider refused it.
    public static let credential = Kind(rawValue: "credential")
    /// The credential lacks a scope.
    public static let scope = Kind(rawValue: "scope")
    /// A provider answered with an error, after all retries.
    public static let provider = Kind(rawValue: "provider")
    /// A provider could not be reached, after all retries.
    public static let transport = Kind(rawValue: "transport")
    /// A call or a job was not done in its time.
    public static let timeout = Kind(rawValue: "timeout")
    /// A delivery of a webhook is not what it claims to be.
    public static let signature = Kind(rawValue: "signature")
    /// A remote job ended as failed.
    public static let jobFailed = Kind(rawValue: "job_failed")
    /// A call may or may not have taken effect, and must not be repeated blindly.
    public static let unknownOutcome = Kind(rawValue: "unknown_outcome")
    /// The balance of an account is too small for what a call costs.
    public static let credits = Kind(rawValue: "credits")
    /// A limit of time, output, requests or credits was exceeded.
    public static let limit = Kind(rawValue: "limit")
    /// The recipe needs more memory than it may have.
    public static let memory = Kind(rawValue: "memory")
    /// The recipe reached for something that it was not granted.
    public static let grant = Kind(rawValue: "grant")
    /// The provider asks for a pause so long that the run should be started again later.
    public static let suspended = Kind(rawValue: "suspended")
    /// `Run.cancel()` was called.
    public static let cancelled = Kind(rawValue: "cancelled")
    /// `Run.terminate()` was called.
    public static let terminated = Kind(rawValue: "terminated")
    /// The process in which the recipe ran died.
    public static let crash = Kind(rawValue: "crash")
    /// The runtime itself is at fault.
    public static let `internal` = Kind(rawValue: "internal")
  }
}
