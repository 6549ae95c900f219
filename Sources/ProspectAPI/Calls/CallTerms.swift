/// What one call brings besides its request.
struct CallTerms: Sendable {
  /// The same for every attempt of a step, ever; nil when there is none.
  var key: String?
  /// Covers attempts and waits.
  var deadline: ContinuousClock.Instant?
  /// Hears of attempts and waits.
  var observer: CallObserver?
  /// What the call does, when that differs from its description.
  var actualEffect: Effect?

  /// What a lost answer allows. A keyed operation without a key is sent once.
  func effect(of operation: Operation) -> Effect {
    if let actualEffect { return actualEffect }
    return operation.effect == .keyed && key == nil ? .unrepeatable : operation.effect
  }
}
