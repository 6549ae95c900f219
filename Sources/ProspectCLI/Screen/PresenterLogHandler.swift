internal import Logging
internal import ProspectJSON
internal import ProspectRuntime

/// Shows what the runtime itself logs, among the lines of the recipe.
struct PresenterLogHandler: LogHandler {
  let presenter: Presenter
  /// Leaves out the fields that the message says as well, or that tell a person nothing.
  let isBrief: Bool
  var logLevel: Logger.Level
  var metadata: Logger.Metadata = [:]

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let all = metadata.merging(event.metadata ?? [:]) { _, own in own }
    let shown = isBrief ? all.filter { !Self.isForPrograms($0.key) } : all
    let fields = shown.sorted { $0.key < $1.key }
      .map { JSONObject.Member(name: $0.key, value: JSON($0.value)) }
    presenter.present(
      .log(LogLine(level: event.level, message: "\(event.message)", fields: JSONObject(fields))))
  }

  private static func isForPrograms(_ field: String) -> Bool {
    ["run", "step", "operation", "wait", "why"].contains(field)
  }
}

extension JSON {
  /// Numbers and lists as such, everything else as text.
  fileprivate init(_ value: Logger.MetadataValue) {
    switch value {
    case .stringConvertible(let number as Int): self = .integer(Int64(number))
    case .stringConvertible(let number as Double): self = .number(number)
    case .array(let values): self = .array(values.map { JSON($0) })
    default: self = .string("\(value)")
    }
  }
}

extension Presenter {
  /// A logger whose lines appear on the console, for the runtime.
  func logger(level: Logger.Level, isBrief: Bool = false) -> Logger {
    Logger(label: "prospect-run") { _ in
      PresenterLogHandler(presenter: self, isBrief: isBrief, logLevel: level)
    }
  }
}
