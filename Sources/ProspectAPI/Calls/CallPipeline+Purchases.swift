extension CallPipeline {
  /// Waits until no other purchase from this provider is under way. After it has returned, the caller owes one
  /// `endPurchase`.
  ///
  /// - Throws: `CallError` when the call is cancelled or its deadline passes meanwhile.
  package func beginPurchase(
    of operation: Operation, from provider: Provider, deadline: ContinuousClock.Instant?
  ) async throws(CallError) {
    switch await purchases(of: provider).enter(attempts: 0, deadline: deadline) {
    case .free: return
    case .cancelled:
      throw CallError(
        kind: .cancelled, message: "the call was cancelled", provider: provider.name,
        operation: operation.name)
    case .late:
      throw CallError(
        kind: .timeout, message: "the deadline of the call passed while others were served",
        provider: provider.name, operation: operation.name, isRetryable: true)
    }
  }

  /// Lets the next purchase begin.
  package func endPurchase(from provider: Provider) async {
    await purchases(of: provider).leave(.neutral)
  }

  private func purchases(of provider: Provider) -> OriginGate {
    if let gate = purchaseGates[provider.name] { return gate }
    let gate = OriginGate(loop: loop, width: 1)
    purchaseGates[provider.name] = gate
    return gate
  }
}
