internal import LuaBridge

/// Why the host stops a machine that would go on.
enum StopCause: Equatable {
  case cancelled, terminated
  case wallTime(Duration)
  case processorTime(Duration)
  case output(Int)
  case requests(Int)

  /// What the machine is told.
  var reason: ControlPage.Reason {
    switch self {
    case .cancelled: .cancelled
    case .terminated: .stopped
    case .wallTime: .wallTime
    case .processorTime: .cpuTime
    case .output: .output
    case .requests: .requests
    }
  }

  /// What the caller is told.
  var failure: RunFailure {
    switch self {
    case .cancelled: RunFailure(.cancelled, "the run was cancelled")
    case .terminated: RunFailure(.terminated, "the run was terminated")
    case .wallTime(let limit):
      RunFailure(
        .limit, "the recipe was not done within \(limit.inWords)",
        hint: "limit wall=\(limit.inWords)")
    case .processorTime(let limit):
      RunFailure(
        .limit, "the recipe used up its \(limit.inWords) of processor time",
        hint: "look for a loop that does not end, or raise the limit cpu")
    case .output(let limit):
      RunFailure(
        .limit, "the recipe printed and logged more than \(limit) bytes",
        hint: "print less, or raise the limit output")
    case .requests(let limit):
      RunFailure(
        .limit, "the recipe made more than \(limit) calls",
        hint: "call less often, or raise the limit requests")
    }
  }
}
