/// Lets one purchase from a provider happen at a time.
struct PurchaseTurn {
  let gate: OriginGate
  /// Of the purchase that is under way.
  var pass: OriginGate.Pass?
}

extension CallPipeline {
  /// Waits until no other purchase from this provider is under way. After it has returned, the caller owes one
  /// `endPurchase`.
  ///
  /// - Throws: `CallError` when the call is cancelled or its deadline passes meanwhile.
  package func beginPurchase(
    of operation: Operation, from provider: Provider, deadline: ContinuousClock.Instant?
  ) async throws(CallError) {
    let gate = turn(at: provider).gate
    switch await gate.enter(deadline: deadline) {
    case .free(let pass): purchases[provider.name]?.pass = pass
    case .cancelled: throw .cancelled(operation, attempts: 0)
    case .refused: throw .late(operation, attempts: 0)
    }
  }

  /// Lets the next purchase begin.
  package func endPurchase(from provider: Provider) async {
    guard let pass = purchases[provider.name]?.pass else { return }
    purchases[provider.name]?.pass = nil
    _ = purchases[provider.name]?.gate.leave(pass)
  }

  private func turn(at provider: Provider) -> PurchaseTurn {
    if let turn = purchases[provider.name] { return turn }
    var limits = TrafficLimits()
    limits.width = 1
    let turn = PurchaseTurn(gate: OriginGate(limits, clock: gateClock))
    purchases[provider.name] = turn
    return turn
  }
}
