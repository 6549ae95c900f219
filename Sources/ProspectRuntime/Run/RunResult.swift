/// How a run ended.
public struct RunResult: Sendable, Equatable {
  /// Whether the recipe reached its end.
  public enum Status: Sendable, Equatable {
    case succeeded
    case failed(RunFailure)
  }

  /// Whether the recipe reached its end.
  public let status: Status
  /// What the run has done.
  public let summary: RunSummary

  /// Why the run failed; nil when it succeeded.
  public var failure: RunFailure? {
    if case .failed(let failure) = status { failure } else { nil }
  }

  /// The exit code for a program whose purpose was this run: 0, or the one of the failure.
  public var exitCode: Int32 { failure?.kind.exitCode ?? 0 }

  /// Creates a result, as a test of a caller would.
  public init(status: Status, summary: RunSummary = RunSummary()) {
    self.status = status
    self.summary = summary
  }
}
