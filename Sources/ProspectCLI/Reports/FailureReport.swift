internal import ProspectJSON
internal import ProspectRuntime

/// What is said about a run that failed.
struct FailureReport {
  var failure: RunFailure
  var sources = SourceBook()
  /// Shows where the calls came from, too.
  var showsTraceback = false

  /// For people: place and message, the source line, the request to ask the provider about, the
  /// remedy.
  var lines: [String] {
    var lines = PlainText.lines("error: " + (place.map { "\($0): " } ?? "") + message)
    if let line = failure.line, let source { lines.append("  \(line) │ \(source)") }
    if let request = failure.requestID, !message.contains(request) {
      lines.append("  request_id: \(PlainText.line(request))")
    }
    if let hint = failure.hint {
      let parts = PlainText.lines(hint)
      lines += parts.enumerated().map { ($0 == 0 ? "  hint: " : "    ") + $1 }
    }
    if showsTraceback, !failure.traceback.isEmpty { lines += PlainText.lines(failure.traceback) }
    return lines
  }

  /// The same for programs.
  func json(at time: Timestamp) -> String {
    JSONLine.object(
      "error", at: time,
      [
        ("kind", .string(failure.kind.rawValue)), ("message", .string(message)),
        ("file", failure.file.json), ("line", failure.line.json), ("source", source.json),
        ("provider", failure.provider.json), ("operation", failure.operation.json),
        ("status", failure.status.json), ("code", failure.code.json),
        ("request_id", failure.requestID.json), ("attempts", failure.attempts.json),
        ("hint", failure.hint.json),
        ("traceback", showsTraceback ? .string(failure.traceback) : nil),
      ])
  }

  private var place: String? {
    guard let file = failure.file else { return nil }
    return failure.line.map { "\(file):\($0)" } ?? file
  }

  /// Lua writes the place into its messages; it must not stand there twice.
  private var message: String {
    guard let place, failure.message.hasPrefix(place + ": ") else { return failure.message }
    return String(failure.message.dropFirst(place.count + 2))
  }

  private var source: String? {
    guard let file = failure.file, let line = failure.line else { return nil }
    return sources.line(line, of: file)
  }
}
