internal import Logging

/// Writes what the runtime logs as plain lines, for commands without a screen.
struct PlainLogHandler: LogHandler {
  let sink: any ByteSink
  var logLevel = Logger.Level.notice
  var metadata: Logger.Metadata = [:]

  init(sink: any ByteSink) { self.sink = sink }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let text = PlainText.lines("\(event.message)").map { $0 + "\n" }.joined()
    // Whoever closed stderr does not want to know.
    try? sink.write(Array(text.utf8))
  }
}
