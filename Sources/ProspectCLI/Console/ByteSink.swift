/// Somewhere that bytes are written to: a standard stream, or a test's memory.
package protocol ByteSink: Sendable {
  /// Whether a person looks at it.
  var isTerminal: Bool { get }

  /// How many columns the terminal has now; nil when that is unknown.
  var columns: Int? { get }

  /// Writes all of `bytes`, waiting as long as it takes.
  ///
  /// - Throws: `BrokenPipe` when nobody will ever read them.
  func write(_ bytes: [UInt8]) throws(BrokenPipe)
}

/// The reader of a stream has gone away.
package struct BrokenPipe: Error {
  package init() {}
}
