#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Asks at the terminal of this process; what is typed as an answer to a hidden question does not appear there.
struct HiddenPrompt: TerminalQuestion {
  let signals: StopSignals

  /// Longer lines are no credentials.
  private static let limit = 8192

  func ask(_ prompt: String, isHidden: Bool) -> String? {
    var former = termios()
    guard tcgetattr(0, &former) == 0 else { return nil }
    let saved = former
    // Whoever stops the program here must not be left with a terminal that hides what is typed.
    signals.handle { signal in
      var saved = saved
      tcsetattr(0, TCSANOW, &saved)
      _exit(signal.exitStatus)
    }
    defer { signals.handle(StopSignals.endingTheProcess) }
    if isHidden {
      var silent = saved
      silent.c_lflag &= ~tcflag_t(ECHO)
      tcsetattr(0, TCSAFLUSH, &silent)
    }
    tell(prompt)
    let line = readLine()
    if isHidden {
      var saved = saved
      tcsetattr(0, TCSAFLUSH, &saved)
      // The line break that was typed was not shown, either.
      tell("\n")
    }
    return line
  }

  private func tell(_ text: String) {
    _ = text.withCString { write(2, $0, strlen($0)) }
  }

  /// Nothing that is read ahead: the next question reads on.
  private func readLine() -> String? {
    var bytes: [UInt8] = []
    var byte: UInt8 = 0
    while bytes.count < Self.limit {
      let count = read(0, &byte, 1)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      if byte == UInt8(ascii: "\n") { return String(decoding: bytes, as: UTF8.self) }
      bytes.append(byte)
    }
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }
}
