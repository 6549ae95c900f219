import Logging
import Synchronization

/// Keeps the log lines that it is given.
final class RecordedLines: Sendable {
  struct Line {
    let level: Logger.Level
    let message: String
    let fields: [String: String]
  }

  private struct Handler: LogHandler {
    let lines: RecordedLines
    var logLevel = Logger.Level.trace
    var metadata: Logger.Metadata = [:]

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
      get { metadata[key] }
      set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
      let all = metadata.merging(event.metadata ?? [:]) { $1 }
      lines.add(
        Line(
          level: event.level, message: event.message.description,
          fields: all.mapValues { "\($0)" }))
    }
  }

  private let kept = Mutex<[Line]>([])

  var all: [Line] { kept.withLock { $0 } }

  var logger: Logger { Logger(label: "test") { _ in Handler(lines: self) } }

  private func add(_ line: Line) { kept.withLock { $0.append(line) } }
}
