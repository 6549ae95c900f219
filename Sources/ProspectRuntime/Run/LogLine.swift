public import Logging
public import ProspectJSON

/// A line that a recipe wrote with `log.info`, `log.warn`, ….
public struct LogLine: Sendable, Equatable {
  /// How much it matters.
  public let level: Logger.Level
  /// The text; bytes that are not UTF-8 appear as U+FFFD.
  public let message: String
  /// The fields that came with it, in the order of their names; empty when there are none.
  public let fields: JSONObject

  /// Creates a line, as a test of an event handler would.
  public init(level: Logger.Level, message: String, fields: JSONObject = JSONObject()) {
    self.level = level
    self.message = message
    self.fields = fields
  }
}
