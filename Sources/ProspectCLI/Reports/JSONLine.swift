internal import Logging
internal import ProspectJSON
internal import ProspectRuntime

/// What `--log-format json` writes: one object a line, `time` and `event` first.
enum JSONLine {
  static func log(_ line: LogLine, at time: Timestamp) -> String {
    object(
      "log", at: time,
      [
        ("level", .string(line.level.name)), ("message", .string(line.message)),
        ("fields", line.fields.members.isEmpty ? nil : .object(line.fields)),
      ])
  }

  static func progress(_ progress: RunProgress, at time: Timestamp) -> String {
    object(
      "progress", at: time,
      [
        ("id", .integer(Int64(progress.id))), ("label", .string(progress.label)),
        ("state", .string(progress.state.rawValue)), ("done", .integer(Int64(progress.done))),
        ("total", progress.total.json), ("note", progress.note.json),
      ])
  }

  /// An object with `members`; what is null is left out.
  static func object(
    _ event: String, at time: Timestamp, _ members: [(String, JSON?)]
  ) -> String {
    var object = JSONObject()
    object["time"] = .string(time.text)
    object["event"] = .string(event)
    for case (let name, let value?) in members where value != .null { object[name] = value }
    return JSON.object(object).text
  }
}

extension Optional where Wrapped == Int {
  /// The number; nil when there is none.
  var json: JSON? { map { .integer(Int64($0)) } }
}

extension Optional where Wrapped == String {
  /// The text; nil when there is none.
  var json: JSON? { map { .string($0) } }
}
