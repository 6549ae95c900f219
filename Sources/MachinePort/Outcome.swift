/// How a run, or one evaluation of a session, ended.
package enum Outcome: Equatable, Sendable {
  case succeeded
  case failed(Failure)
  /// The input of a session is the beginning of a statement: ask for another line.
  case incomplete
  /// The table of a description, as JSON.
  case described([UInt8])
}
