internal import Dispatch
internal import ProspectRuntime
internal import Synchronization

/// Shows the events of a run on the console's streams.
///
/// Events may come from any thread and are shown in the order in which they came. Whoever presents
/// one never waits: a queue of its own does the writing, since a pipe or a terminal may stop taking
/// bytes at any time.
final class Presenter: Sendable {
  private let console: Console
  private let queue = DispatchQueue(label: "prospect-run.presenter", qos: .userInitiated)
  private let inbox = Mutex(Inbox())
  /// Touched on `queue` only; the lock is there to let the compiler see that it is safe.
  private let screen: Mutex<Screen>
  private let output: Mutex<OutputState>
  private let start = ContinuousClock.now

  /// What became of stdout and of the next look at the live line.
  private struct OutputState {
    var isBroken = false
    var redrawIsPlanned = false
    let onBrokenPipe: @Sendable () -> Void
  }

  /// - Parameter onBrokenPipe: Called once when nobody reads stdout any more.
  init(
    console: Console, style: ScreenStyle, onBrokenPipe: @escaping @Sendable () -> Void = {}
  ) {
    self.console = console
    screen = Mutex(Screen(style: style))
    output = Mutex(OutputState(onBrokenPipe: onBrokenPipe))
  }

  /// Whether the reader of stdout went away.
  var outputIsBroken: Bool { output.withLock { $0.isBroken } }

  /// Shows what happened in a run.
  func present(_ event: RunEvent) { add(.event(event)) }

  /// Writes lines to stderr, behind everything presented so far.
  func say(_ lines: [String]) {
    if !lines.isEmpty { add(.lines(lines)) }
  }

  /// Tells what the command line itself has to say, unless nobody wants to know.
  func note(_ text: String) { add(.note(text)) }

  /// Returns when all that was presented so far has been written and the live line is gone.
  ///
  /// That is now when nothing was presented: a recipe without a word does not wait for a thread.
  func settle() async {
    if inbox.withLock({ $0.isUntouched }) { return }
    await withCheckedContinuation { continuation in
      add(.barrier { continuation.resume() })
    }
  }

  /// Takes the live line away without waiting for what else is to be written: the process ends now.
  func eraseAtOnce() {
    guard screen.withLock({ $0.style.hasLiveLine }) else { return }
    try? console.error.write(Array("\r\u{1b}[K".utf8))
  }

  private func add(_ item: Inbox.Item) {
    if inbox.withLock({ $0.add(item) }) { queue.async { self.empty() } }
  }
}

// Everything below runs on the queue.
extension Presenter {
  private func empty() {
    while true {
      let items = inbox.withLock { $0.takeAll() }
      if items.isEmpty { break }
      for item in items { show(item) }
      // The run may go on for long without a word: what it said must be seen now.
      if inbox.withLock({ $0.isEmpty }) { perform(screen.withLock { $0.flush() }) }
    }
    if screen.withLock({ $0.lacksLiveLine }) { redraw() }
    planRedraw()
  }

  private func show(_ item: Inbox.Item) {
    switch item {
    case .event(.print(let bytes)):
      perform(screen.withLock { $0.print(bytes) })
    case .event(.log(let line)):
      perform(screen.withLock { $0.log(line, at: .now) })
    case .event(.progress(let progress)):
      perform(screen.withLock { $0.progress(progress, elapsed: elapsed, at: .now) })
    case .lines(let lines):
      perform(screen.withLock { $0.say(lines) })
    case .note(let text):
      perform(screen.withLock { $0.note(text, at: .now) })
    case .redraw:
      output.withLock { $0.redrawIsPlanned = false }
      redraw()
    case .barrier(let reached):
      perform(screen.withLock { $0.finish() })
      reached()
    }
  }

  private func redraw() {
    let columns = console.error.columns ?? 80
    perform(screen.withLock { $0.redraw(elapsed: elapsed, columns: columns) })
  }

  private var elapsed: Duration { ContinuousClock.now - start }

  private func perform(_ actions: [ScreenAction]) {
    for action in actions {
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
      let onBrokenPipe = output.withLock { state in
        state.isBroken = true
        return state.onBrokenPipe
      }
      onBrokenPipe()
    }
  }

  private func planRedraw() {
    guard screen.withLock({ $0.isAnimated }) else { return }
    let isNew = output.withLock { state in
      defer { state.redrawIsPlanned = true }
      return !state.redrawIsPlanned
    }
    guard isNew else { return }
    queue.asyncAfter(deadline: .now() + .milliseconds(100)) { self.add(.redraw) }
  }
}
