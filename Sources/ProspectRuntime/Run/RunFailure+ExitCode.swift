extension RunFailure.Kind {
  /// The exit code that tells an operator what to do: the one table of them.
  ///
  /// | Code | Meaning |
  /// | --- | --- |
  /// | 0 | succeeded |
  /// | 1 | the recipe raised an error, or broke the process it ran in |
  /// | 2 | wrong usage of the command (never of a run) |
  /// | 3 | credential missing, refused, or lacking a scope |
  /// | 4 | a provider failed for good |
  /// | 5 | a limit, grant or balance was exceeded |
  /// | 6 | suspended: run again later |
  /// | 7 | unknown outcome |
  /// | 130, 143 | interrupted, terminated |
  public var exitCode: Int32 {
    switch self {
    case .credential, .scope: 3
    case .provider, .transport, .timeout, .jobFailed: 4
    case .limit, .memory, .grant, .credits: 5
    case .suspended: 6
    case .unknownOutcome: 7
    case .cancelled: 130
    case .terminated: 143
    default: 1
    }
  }
}
