/// Bytes that are not one JSON document.
public struct JSONError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What is wrong, as in "a string is not closed".
  public let message: String

  public init(message: String) { self.message = message }

  public var description: String { "malformed JSON: \(message)" }
}
