internal import Logging
internal import ProspectRuntime

/// Decides what is written to stdout and stderr, and in which order, so that a recipe's output, log
/// lines and the live line never mix.
///
/// A pure value: events go in, actions come out.
struct Screen {
  /// A recipe's output is written in blocks of this size.
  static let blockSize = 65_536

  let style: ScreenStyle
  private var board = ProgressBoard()
  /// Output of the recipe that has not been written yet.
  private var pending: [UInt8] = []
  private var outputIsAtLineStart = true
  /// What stands on the live line now; empty when there is none.
  private var shown = ""

  /// Whether something is going on that the live line does not show: it was erased to let other
  /// text pass, or never drawn.
  var lacksLiveLine: Bool { style.hasLiveLine && shown.isEmpty && !board.isEmpty }

  init(style: ScreenStyle) {
    self.style = style
  }

  /// Whether the live line wants to be looked at again soon.
  var isAnimated: Bool { style.hasLiveLine && !(board.isEmpty && shown.isEmpty) }

  /// Takes output of the recipe, which is written when a block is full or the run has nothing to
  /// do.
  mutating func print(_ bytes: [UInt8]) -> [ScreenAction] {
    pending += bytes
    return pending.count >= Screen.blockSize ? flush() : []
  }

  /// Writes what is pending: the run waits, or ends.
  mutating func flush() -> [ScreenAction] {
    guard let last = pending.last else { return [] }
    var actions = style.sharesTerminal ? erase() : []
    actions.append(.output(pending))
    outputIsAtLineStart = last == UInt8(ascii: "\n")
    pending.removeAll(keepingCapacity: true)
    return actions
  }

  /// Writes whole lines to stderr, behind the recipe's output so far.
  mutating func say(_ lines: [String]) -> [ScreenAction] {
    guard !lines.isEmpty else { return [] }
    var actions = flush() + erase()
    var text = lines.map { $0 + "\n" }.joined()
    if style.sharesTerminal, !outputIsAtLineStart {
      text = "\n" + text
      outputIsAtLineStart = true
    }
    actions.append(.error(text))
    return actions
  }

  /// Tells what the command line itself has to say.
  mutating func note(_ text: String, at time: Timestamp) -> [ScreenAction] {
    guard !style.isQuiet else { return [] }
    guard style.format == .json else { return say([text]) }
    return say([JSONLine.object("note", at: time, [("message", .string(text))])])
  }

  mutating func log(_ line: LogLine, at time: Timestamp) -> [ScreenAction] {
    guard line.level >= style.threshold else { return [] }
    switch style.format {
    case .json: return say([JSONLine.log(line, at: time)])
    // A person at a terminal knows what time it is.
    case .text: return say([style.hasLiveLine ? line.text : "\(time.text)  \(line.text)"])
    }
  }

  /// Takes a progress notice; `elapsed` is the time since the run began.
  mutating func progress(
    _ progress: RunProgress, elapsed: Duration, at time: Timestamp
  ) -> [ScreenAction] {
    let line = board.apply(progress, at: elapsed)
    guard !style.isQuiet, !style.hasLiveLine, let line else { return [] }
    return say([style.format == .json ? JSONLine.progress(progress, at: time) : line])
  }

  /// Brings the live line up to date.
  mutating func redraw(elapsed: Duration, columns: Int) -> [ScreenAction] {
    guard style.hasLiveLine, !style.sharesTerminal || outputIsAtLineStart else { return [] }
    // The last column stays free: a full line would make some terminals scroll.
    let line = board.isEmpty ? "" : board.line(at: elapsed, columns: columns - 1)
    guard line != shown else { return [] }
    guard !line.isEmpty else { return erase() }
    shown = line
    return [.error("\r" + line + Screen.eraseToEnd)]
  }

  /// Leaves the terminal clean: everything is written, nothing is going on any more.
  mutating func finish() -> [ScreenAction] {
    board = ProgressBoard()
    return flush() + erase()
  }

  private mutating func erase() -> [ScreenAction] {
    guard !shown.isEmpty else { return [] }
    shown = ""
    return [.error(Screen.erasure)]
  }

  /// What takes the live line away.
  static let erasure = "\r" + eraseToEnd

  /// The control sequence that clears from the cursor to the end of the line.
  private static let eraseToEnd = "\u{1b}[K"
}
