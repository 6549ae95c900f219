internal import ProspectRuntime
internal import Synchronization

/// Does what the screen wants done.
///
/// Works on one queue only, but for `outputIsBroken` and `eraseAtOnce`.
final class ScreenWriter: Sendable {
  private let console: Console
  private let onBrokenPipe: @Sendable () -> Void
  private let start = ContinuousClock.now
  private let hasLiveLine: Bool
  /// The lock never waits: it lets the compiler see that one thread at a time is here.
  private let screen: Mutex<Screen>
  private let redrawIsPlanned = Atomic(false)
  private let pipeIsBroken = Atomic(false)

  init(console: Console, style: ScreenStyle, onBrokenPipe: @escaping @Sendable () -> Void) {
    self.console = console
    self.onBrokenPipe = onBrokenPipe
    hasLiveLine = style.hasLiveLine
    screen = Mutex(Screen(style: style))
  }

  /// Whether the reader of stdout went away.
  var outputIsBroken: Bool { pipeIsBroken.load(ordering: .relaxed) }

  func show(_ event: RunEvent) {
    switch event {
    case .print(let bytes): perform { $0.print(bytes) }
    case .log(let line): perform { $0.log(line, at: .now) }
    case .progress(let progress):
      let elapsed = elapsed
      perform { $0.progress(progress, elapsed: elapsed, at: .now) }
    }
  }

  func say(_ lines: [String]) { perform { $0.say(lines) } }

  func note(_ text: String) { perform { $0.note(text, at: .now) } }

  /// Leaves a clean terminal.
  func finish() { perform { $0.finish() } }

  /// Writes what was kept back, and the live line if other text took its place.
  func catchUp() {
    perform { $0.flush() }
    if screen.withLock({ $0.lacksLiveLine }) { redraw() }
  }

  /// Whether the live line is to be looked at again soon, and nobody has undertaken that yet.
  func plansRedraw() -> Bool {
    screen.withLock { $0.isAnimated } && !redrawIsPlanned.exchange(true, ordering: .relaxed)
  }

  func redrawAsPlanned() {
    redrawIsPlanned.store(false, ordering: .relaxed)
    redraw()
  }

  /// Takes the live line away, whatever else is going on.
  func eraseAtOnce() {
    // With stderr gone there is nothing to erase.
    if hasLiveLine { try? console.error.write(Array(Screen.erasure.utf8)) }
  }
}

extension ScreenWriter {
  private var elapsed: Duration { ContinuousClock.now - start }

  private func redraw() {
    let columns = console.error.columns ?? 80
    let elapsed = elapsed
    perform { $0.redraw(elapsed: elapsed, columns: columns) }
  }

  private func perform(_ change: (inout Screen) -> [ScreenAction]) {
    for action in screen.withLock({ change(&$0) }) {
      switch action {
      case .output(let bytes): write(bytes)
      // With stderr gone there is nobody left to tell.
      case .error(let text): try? console.error.write(Array(text.utf8))
      }
    }
  }

  private func write(_ bytes: [UInt8]) {
    guard !outputIsBroken else { return }
    do {
      try console.output.write(bytes)
    } catch {
      pipeIsBroken.store(true, ordering: .relaxed)
      onBrokenPipe()
    }
  }
}
