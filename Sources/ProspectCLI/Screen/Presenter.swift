internal import Dispatch
internal import ProspectRuntime
internal import Synchronization

/// Shows the events of a run on the console's streams.
///
/// Events may come from any thread and are shown in the order in which they came. Whoever presents
/// one never waits: a queue of its own does the writing, since a pipe or a terminal may stop taking
/// bytes at any time.
final class Presenter: Sendable {
  private let writer: ScreenWriter
  private let queue = DispatchQueue(label: "prospect-run.presenter", qos: .userInitiated)
  /// How many pieces of work the queue has still to do.
  private let remaining = Atomic(0)
  private let isUsed = Atomic(false)

  /// - Parameter onBrokenPipe: Called once when nobody reads stdout any more.
  init(
    console: Console, style: ScreenStyle, onBrokenPipe: @escaping @Sendable () -> Void = {}
  ) {
    writer = ScreenWriter(console: console, style: style, onBrokenPipe: onBrokenPipe)
  }

  /// Whether the reader of stdout went away.
  var outputIsBroken: Bool { writer.outputIsBroken }

  /// Shows what happened in a run.
  func present(_ event: RunEvent) {
    enqueue { $0.show(event) }
  }

  /// Writes lines to stderr, behind everything presented so far.
  func say(_ lines: [String]) {
    if !lines.isEmpty { enqueue { $0.say(lines) } }
  }

  /// Tells what the command line itself has to say, unless nobody wants to know.
  func note(_ text: String) {
    enqueue { $0.note(text) }
  }

  /// Returns when all that was presented so far has been written and the live line is gone.
  ///
  /// That is now when nothing was presented: a recipe without a word does not wait for a thread.
  func settle() async {
    guard isUsed.load(ordering: .acquiring) else { return }
    await withCheckedContinuation { continuation in
      enqueue { writer in
        writer.finish()
        continuation.resume()
      }
    }
  }

  /// Takes the live line away without waiting for what else is to be written: the process ends now.
  func eraseAtOnce() { writer.eraseAtOnce() }

  private func enqueue(_ work: @escaping @Sendable (ScreenWriter) -> Void) {
    isUsed.store(true, ordering: .releasing)
    remaining.add(1, ordering: .relaxed)
    queue.async {
      work(self.writer)
      if self.remaining.subtract(1, ordering: .relaxed).newValue == 0 { self.rest() }
    }
  }

  /// Nothing is left to do: the run may go on for long without a word, so what it said must be
  /// seen now.
  private func rest() {
    writer.catchUp()
    guard writer.plansRedraw() else { return }
    queue.asyncAfter(deadline: .now() + .milliseconds(100)) {
      self.enqueue { $0.redrawAsPlanned() }
    }
  }
}
