internal import CEditLine

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// What a Tab asks while one line is read, in a form that C can keep a pointer to.
final class LineCompletion {
  private let complete: LineCompleter
  private let width: Int

  /// - Parameter width: of the terminal, in columns.
  init(_ complete: @escaping LineCompleter, width: Int) {
    self.complete = complete
    self.width = width
  }

  /// What the editor is to call. It only computes: it calls nothing of libedit, so no C frame ever stands above it.
  static var callback: line_completer {
    { context, before in
      guard let context, let before else { return line_completion() }
      let line = Unmanaged<LineCompletion>.fromOpaque(context).takeUnretainedValue()
      return line.answer(to: String(cString: before))
    }
  }

  private func answer(to before: String) -> line_completion {
    switch complete(before) {
    case .insertion(let text): line_completion(insertion: strdup(text), list: nil)
    case .list(let words): listing(CandidateColumns.lines(words, width: width))
    case .message(let text): listing(PlainText.lines(text))
    case .nothing: line_completion()
    }
  }

  private func listing(_ lines: [String]) -> line_completion {
    line_completion(insertion: nil, list: strdup(lines.map { $0 + "\n" }.joined()))
  }
}
