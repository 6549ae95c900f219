extension RunFailure {
  /// A worker that was gone before its recipe had ended.
  init(death ending: SeatEnding) {
    switch ending {
    case .signalled(let signal):
      self.init(
        .crash, "the recipe's process died of \(Self.name(ofSignal: signal))",
        hint: signal == 9
          ? "the system may have run out of memory"
          : "the recipe broke the Lua interpreter; nothing else was harmed"
      )
    case .exited(let code):
      self.init(
        .crash, "the recipe's process ended with exit code \(code) before the recipe did",
        hint: "is prospect-worker of the same build as its host, and are its libraries installed?")
    case .returned:
      self.init(.internal, "the recipe's thread ended before the recipe did")
    }
  }

  private static func name(ofSignal signal: Int32) -> String {
    let names: [Int32: String] = [
      4: "an illegal instruction", 6: "an abort", 7: "a bus error", 8: "an arithmetic error",
      9: "a kill", 11: "a segmentation fault", 15: "a termination", 24: "its processor time limit",
      31: "a forbidden system call",
    ]
    return names[signal].map { "\($0) (signal \(signal))" } ?? "signal \(signal)"
  }
}
