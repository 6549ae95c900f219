/// What became of one input of a `Session`.
public enum Evaluation: Sendable, Equatable {
  /// It ran; the values of an expression were printed.
  case done
  /// It is the beginning of a statement: evaluate it again with the next line behind it.
  case incomplete
  /// It failed. The session goes on, unless `Session.isOpen` says otherwise.
  case failed(RunFailure)
}
