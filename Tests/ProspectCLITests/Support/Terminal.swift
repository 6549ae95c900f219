#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// prospect-run at a terminal, and the person in front of it.
final class Terminal {
  let process: ChildProcess
  private var screen: Reading

  init(_ words: [String], environment: [String: String] = [:]) throws {
    let keyboard = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var locked: Int32 = 0
    var number: Int32 = 0
    guard keyboard >= 0, ioctl(keyboard, Self.setLock, &locked) == 0,
      ioctl(keyboard, Self.getNumber, &number) == 0
    else { throw SystemError.last("ptmx") }
    var size = winsize(ws_row: 24, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(keyboard, UInt(TIOCSWINSZ), &size)
    screen = Reading(keyboard)
    process = try ChildProcess(
      words, .terminal("/dev/pts/\(number)"),
      environment: ["TERM": "xterm"].merging(environment) { $1 })
  }

  /// Linux's requests behind unlockpt(3) and ptsname(3), which glibc hides from Swift.
  private static let setLock: UInt = 0x4004_5431
  private static let getNumber: UInt = 0x8004_5430

  deinit { close(screen.descriptor) }

  /// What has been on the screen so far.
  var text: String { screen.text }

  /// Waits until `text` appears behind everything that was waited for before.
  func see(_ text: String) throws {
    let mark = seen
    try screen.read { $0.utf8.dropFirst(mark).contains(text) }
    let rest = Array(screen.text.utf8.dropFirst(mark))
    guard let end = rest.end(of: Array(text.utf8)) else { throw Reading.Missing(seen: screen.text) }
    seen = mark + end
  }

  /// Types `text`; `\u{3}` is Ctrl-C, `\u{4}` Ctrl-D.
  func type(_ text: String) {
    _ = text.withCString { write(screen.descriptor, $0, strlen($0)) }
  }

  /// Waits for the end.
  func finish() throws -> Int32 {
    try screen.read { _ in false }
    return process.wait()
  }

  /// How many bytes of the screen have been waited for.
  private var seen = 0
}

extension Sequence<UInt8> {
  fileprivate func contains(_ text: String) -> Bool { Array(self).end(of: Array(text.utf8)) != nil }
}

extension Array where Element == UInt8 {
  /// The index behind the first occurrence of `part`.
  fileprivate func end(of part: [UInt8]) -> Int? {
    guard count >= part.count else { return nil }
    return (0...count - part.count).first { self[$0..<$0 + part.count].elementsEqual(part) }
      .map { $0 + part.count }
  }
}
