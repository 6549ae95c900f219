/// What an operation does to the world, and therefore what may be repeated after a lost answer.
package enum Effect: String, Sendable, CaseIterable {
  /// Changes nothing.
  case read
  /// Carries an idempotency key, so that the server knows a repetition.
  case keyed
  /// Repeating it changes nothing more: PATCH, PUT, DELETE, an upsert on an external id.
  case natural
  /// Costs something each time; whether it happened can be looked up.
  case reconciled
  /// Happens again each time, and nobody can tell afterwards.
  case unrepeatable

  /// Whether the request may be sent again although the server may have acted on it.
  package var mayBeRepeated: Bool {
    switch self {
    case .read, .keyed, .natural: true
    case .reconciled, .unrepeatable: false
    }
  }
}
