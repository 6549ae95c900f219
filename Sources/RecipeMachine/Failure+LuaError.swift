internal import LuaBridge
internal import MachinePort

extension Failure {
  /// A Lua error in the words of the port. `reason` is what the control page said when it was
  /// raised.
  init(_ error: LuaError, reason: ControlPage.Reason?) {
    self.init(
      kind: Failure.kind(of: error, reason), message: Failure.clipped(error.message),
      traceback: Failure.clipped(error.traceback), file: error.file, line: error.line)
    if let reason, error.kind == .interrupted { message = reason.sentence }
  }

  /// A recipe may raise a text of any length; nobody reads more than this.
  static func clipped(_ text: String) -> String {
    let longest = 64 << 10
    guard text.utf8.count > longest else { return text }
    return String(decoding: text.utf8.prefix(longest), as: UTF8.self) + "…"
  }

  private static func kind(of error: LuaError, _ reason: ControlPage.Reason?) -> Kind {
    switch error.kind {
    case .runtime: .error
    case .syntax: .syntax
    case .memory: .memory
    case .usage: .internal
    case .interrupted:
      switch reason {
      case .cancelled, .stopped: .interrupted
      case .wallTime, .cpuTime, .output, .requests: .limit
      case nil: .error
      }
    }
  }
}

extension ControlPage.Reason {
  /// What a recipe, and later its author, reads.
  var sentence: String {
    switch self {
    case .cancelled: "the run was interrupted"
    case .wallTime: "the wall-clock limit is used up"
    case .cpuTime: "the CPU limit is used up"
    case .output: "the output limit is used up"
    case .requests: "the request limit is used up"
    case .stopped: "the host stopped the run"
    }
  }
}
