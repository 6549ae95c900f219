internal import Logging
internal import ProspectJSON
internal import ProspectRuntime

/// Shows what the runtime itself logs, among the lines of the recipe.
struct PresenterLogHandler: LogHandler {
  let presenter: Presenter
  var logLevel: Logger.Level
  var metadata: Logger.Metadata = [:]

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let all = metadata.merging(event.metadata ?? [:]) { _, own in own }
    let fields = all.sorted { $0.key < $1.key }
      .map { JSONObject.Member(name: $0.key, value: .string("\($0.value)")) }
    presenter.present(
      .log(LogLine(level: event.level, message: "\(event.message)", fields: JSONObject(fields))))
  }
}

extension Presenter {
  /// A logger whose lines appear on the console, for the runtime.
  func logger(level: Logger.Level) -> Logger {
    Logger(label: "prospect-run") { _ in PresenterLogHandler(presenter: self, logLevel: level) }
  }
}
