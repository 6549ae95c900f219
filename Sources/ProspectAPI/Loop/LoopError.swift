/// The loop could not start.
package struct LoopError: Error, CustomStringConvertible {
  /// What is missing.
  package let message: String

  package var description: String { message }
}
