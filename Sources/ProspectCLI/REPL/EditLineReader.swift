internal import CEditLine
internal import Dispatch
package import ProspectAPI

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Reads lines from the terminal with libedit: cursor keys, history, search, completion.
///
/// `@unchecked Sendable`: `editor` is used on `queue` only, `wakeup` never changes.
package final class EditLineReader: LineReader, @unchecked Sendable {
  private let queue = DispatchQueue(label: "prospect-run.line-reader")
  /// Owned; open from `init` to `deinit`.
  private let editor: UnsafeMutablePointer<line_editor>
  private let wakeup: (read: Int32, write: Int32)
  private let historyPath: String?
  private let screen: StandardStream
  private let secrets: SecretRegister

  /// How many lines are remembered.
  private static let remembered: Int32 = 1000

  /// Opens an editor on the terminal; nil when there is none or the system has nothing left.
  ///
  /// - Parameter secrets: do not get into the file that keeps the history.
  package init?(environment: [String: String], secrets: SecretRegister) {
    self.secrets = secrets
    Self.useTextOfTheTerminal()
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    // stdout belongs to the recipe; only when stderr is no terminal can the prompt be seen nowhere
    // else.
    screen = StandardStream.error.isTerminal ? StandardStream.error : .output
    let opened = line_editor_open(StandardStream.input.descriptor, screen.descriptor, ends[0])
    guard let editor = opened, editor.pointee.edit != nil else {
      if let opened { line_editor_close(opened) }
      for end in ends { close(end) }
      return nil
    }
    self.editor = editor
    wakeup = (ends[0], ends[1])
    historyPath = HistoryFile.path(environment: environment)
    line_editor_prepare(editor, Self.remembered)
    if let historyPath { line_editor_load(editor, historyPath) }
  }

  deinit {
    line_editor_close(editor)
    close(wakeup.read)
    close(wakeup.write)
  }

  package func read(prompt: String, completer: @escaping LineCompleter) async -> LineInput {
    await withCheckedContinuation { continuation in
      queue.async {
        continuation.resume(returning: self.readNow(prompt: prompt, completer: completer))
      }
    }
  }

  package func interrupt() {
    var byte: UInt8 = 1
    _ = write(wakeup.write, &byte, 1)
  }

  private func readNow(prompt: String, completer: @escaping LineCompleter) -> LineInput {
    let completion = LineCompletion(completer, width: screen.columns ?? 80)
    return withExtendedLifetime(completion) {
      // The editor knows the pointer only as long as the object is held here.
      editor.pointee.completion_context = Unmanaged.passUnretained(completion).toOpaque()
      editor.pointee.complete = LineCompletion.callback
      defer {
        editor.pointee.complete = nil
        editor.pointee.completion_context = nil
      }
      return readNow(prompt: prompt)
    }
  }

  private func readNow(prompt: String) -> LineInput {
    guard let text = prompt.withCString({ line_editor_next(editor, $0) }) else {
      // The next thing on the screen is not to stand behind the prompt.
      fputs("\n", editor.pointee.screen)
      fflush(editor.pointee.screen)
      return editor.pointee.was_interrupted ? .interrupted : .end
    }
    var line = String(cString: text)
    if line.last == "\n" { line.removeLast() }
    remember(line)
    return .line(line)
  }

  /// Saved at once: a session may end in many ways.
  private func remember(_ line: String) {
    guard !line.allSatisfy(\.isWhitespace) else { return }
    line_editor_remember(editor, secrets.redact(line))
    if let historyPath { line_editor_save(editor, historyPath) }
  }

  /// libedit asks the C library how bytes make characters. Without a locale that would be ASCII.
  private static func useTextOfTheTerminal() {
    let locale = setlocale(LC_CTYPE, "").map { String(cString: $0) }
    if locale == nil || locale == "C" || locale == "POSIX" { setlocale(LC_CTYPE, "C.UTF-8") }
  }
}
