/// How one attempt ended, as far as repeating it is concerned.
package enum AttemptOutcome: Sendable, Equatable {
  /// An answer with an error status came.
  case answered(status: Int, pacing: Pacing)
  /// The provider still works on an earlier attempt with the same idempotency key (409 "in progress").
  case inProgress(pacing: Pacing)
  /// No answer came. `isUnsent`: the server certainly saw nothing of the request.
  case lost(isUnsent: Bool)
}

extension AttemptOutcome {
  /// Whether the server may have done what the request asks for.
  package var mayHaveHappened: Bool {
    switch self {
    // It was turned away at the door.
    case .answered(status: 429, pacing: _): false
    case .answered, .inProgress: true
    case .lost(let isUnsent): !isUnsent
    }
  }
}
