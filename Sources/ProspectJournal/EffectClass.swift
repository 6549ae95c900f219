/// How a step may be repeated after a lost answer or a crash.
package enum EffectClass: String, Sendable, CaseIterable {
  /// Changes nothing: may be repeated.
  case read
  /// Carries an idempotency key: the same bytes may be sent again with the same key, within the key's life.
  case keyed
  /// Has the same effect however often it happens, such as DELETE: may be repeated.
  case natural
  /// Costs something each time, but its effect can be looked for: look first, then repeat.
  case reconciled
  /// Must not be repeated; when its outcome is lost, a person decides.
  case unrepeatable
}
