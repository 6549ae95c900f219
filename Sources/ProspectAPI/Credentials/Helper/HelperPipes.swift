#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The three pipes to a helper. Belongs to the one thread that watches it.
final class HelperPipes {
  /// Where the request is written, and where output and messages are read.
  private(set) var input: Int32
  let output: Int32
  let messages: Int32
  /// What becomes the helper's 0, 1 and 2.
  private(set) var theirs: [Int32]

  init() throws(HelperFailure) {
    var ends: [Int32] = []
    for _ in 0..<3 {
      var pair: [Int32] = [-1, -1]
      guard pipe(&pair) == 0 else {
        let reason = String(cString: strerror(errno))
        for end in ends { Self.close(end) }
        throw HelperFailure("no pipe for the helper: \(reason)")
      }
      // Raised above what becomes 0, 1 and 2; and no other child is to hold an end of it open.
      for end in pair {
        ends.append(fcntl(end, F_DUPFD_CLOEXEC, 3))
        Self.close(end)
      }
    }
    theirs = [ends[0], ends[3], ends[5]]
    (input, output, messages) = (ends[1], ends[2], ends[4])
    for end in [input, output, messages] { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
  }

  func closeTheirs() {
    for end in theirs { Self.close(end) }
    theirs = []
  }

  /// The helper reads the end of its input.
  func closeInput() {
    if input >= 0 { Self.close(input) }
    input = -1
  }

  func close() {
    closeTheirs()
    closeInput()
    Self.close(output)
    Self.close(messages)
  }

  private static func close(_ descriptor: Int32) { systemClose(descriptor) }
}

/// close(2) under a name that the method `close` does not hide.
private func systemClose(_ descriptor: Int32) { close(descriptor) }
