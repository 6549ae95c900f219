/// Somewhere that a recipe can be read from: standard input, or a test's memory.
package protocol ByteSource: Sendable {
  /// Whether a person types it.
  var isTerminal: Bool { get }

  /// Everything up to the end. A stream that cannot be read is an empty one.
  func readToEnd() -> [UInt8]
}
