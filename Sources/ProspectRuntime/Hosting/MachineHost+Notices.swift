internal import Logging
internal import MachinePort
internal import ProspectAPI
internal import ProspectJSON

extension MachineHost {
  /// Passes on what the recipe shows, as long as it keeps to its limit.
  func show(_ notice: Notice) {
    meter.shown(notice.size)
    guard meter.output <= limits.output else { return stop(.output(limits.output)) }
    guard let onEvent else { return }
    if case .print(let bytes) = notice { return show(printed.take(bytes)) }
    guard let event = RunEvent(notice.redacted(by: services.secrets)) else { return }
    onEvent(event)
  }

  /// Shows what was kept back because it could have been the beginning of a secret.
  func showRest() { show(printed.flush()) }

  private func show(_ bytes: [UInt8]) {
    if !bytes.isEmpty { onEvent?(.print(bytes)) }
  }
}

extension Notice {
  /// Bytes that count as output; progress is not the recipe's doing.
  fileprivate var size: Int {
    switch self {
    case .print(let bytes): bytes.count
    case .log(_, let message, let fields): message.count + fields.count
    case .progress: 0
    }
  }
}

extension RunEvent {
  /// Nil for a report of progress that makes no sense: it is dropped.
  fileprivate init?(_ notice: Notice) {
    switch notice {
    case .print(let bytes): self = .print(bytes)
    case .log(let level, let message, let fields):
      let fields = fields.isEmpty ? nil : (try? JSON.parse(fields))?.object
      self = .log(
        LogLine(
          level: Logger.Level(level), message: String(decoding: message, as: UTF8.self),
          fields: fields ?? JSONObject()))
    case .progress(let json):
      guard let progress = (try? JSON.parse(json)).flatMap(RunProgress.init) else { return nil }
      self = .progress(progress)
    }
  }
}

extension Logger.Level {
  fileprivate init(_ level: Notice.Level) {
    self =
      switch level {
      case .debug: .debug
      case .info: .info
      case .warn: .warning
      case .error: .error
      }
  }
}

extension RunProgress {
  fileprivate init?(_ json: JSON) {
    guard let id = json["id"]?.integer, let label = json["label"]?.string,
      let state = json["state"]?.string.flatMap(State.init)
    else { return nil }
    self.init(
      id: Int(id), label: label, state: state, done: Int(json["done"]?.integer ?? 0),
      total: json["total"]?.integer.map { Int($0) }, note: json["note"]?.string)
  }
}
