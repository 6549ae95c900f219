internal import MachinePort
internal import ProspectAPI
internal import ProspectJSON
internal import ProspectJournal

extension MachineHost {
  /// Makes a call that costs credits, once its price is known and allowed.
  ///
  /// Purchases from one account happen one after the other, also those of different runs: so the balance that is read
  /// before each is the balance that it spends from.
  func purchase(
    _ call: CallOfRun, from target: ResolvedOperation, _ cost: Cost
  ) async -> Reply {
    do throws(CallError) {
      try await services.pipeline.beginPurchase(
        of: call.operation, from: target.provider, deadline: call.deadline)
    } catch {
      return .failure(json: error.json())
    }
    let reply = await purchaseInTurn(call, from: target, cost)
    await services.pipeline.endPurchase(from: target.provider)
    return reply
  }

  private func purchaseInTurn(
    _ call: CallOfRun, from target: ResolvedOperation, _ cost: Cost
  ) async -> Reply {
    let budget: Budget
    do throws(CallError) {
      let price = try await price(of: call.request, from: target, cost)
      let balance = try await balance(for: price, of: target)
      budget = try reserve(price, balance: balance, most: call.mostCredits, for: call.operation)
    } catch {
      return .failure(json: error.json())
    }
    var outcome: StepOutcome?
    let reply = await perform(call, on: target) { outcome = $0 }
    meter.purse.settle(
      budget.reserved, cost: await spending(outcome, budget, of: target))
    return reply
  }

  /// What is set aside for a purchase.
  private struct Budget {
    let reserved: Int
    /// The balance before the call, when only that tells what the call cost.
    let balanceBefore: Int?
  }

  /// Asks for leave to spend.
  private func reserve(
    _ price: Price, balance: Int?, most: Int?, for operation: Operation
  ) throws(CallError) -> Budget {
    let ceiling: Int
    let words: String
    switch (price, balance) {
    case (.known(let credits), _):
      ceiling = credits
      words = "it costs \(credits) credits"
    case (.unknown(let reason), let balance?):
      // Nobody can spend more than there is.
      ceiling = max(0, balance)
      words = "it may cost up to \(ceiling) credits, all that the account has, as \(reason)"
    case (.unknown(let reason), nil):
      guard most == nil, limits.credits == nil else { throw .priceless(reason, operation) }
      return Budget(reserved: 0, balanceBefore: nil)
    }
    if let most, ceiling > most {
      throw .tooExpensive(words, most: most, operation, price: ceiling)
    }
    if case .known = price, let balance, ceiling > balance {
      throw .tooPoor(price: ceiling, balance: balance, operation)
    }
    guard meter.purse.reserve(ceiling) else {
      throw .tooExpensive(words, meter.purse, operation, price: ceiling)
    }
    guard case .unknown = price else { return Budget(reserved: ceiling, balanceBefore: nil) }
    return Budget(reserved: ceiling, balanceBefore: balance)
  }

  /// What a purchase has cost.
  private func spending(
    _ outcome: StepOutcome?, _ budget: Budget, of target: ResolvedOperation
  ) async -> Int {
    switch outcome {
    // The journal answered: nothing was sent. Or the provider refused it.
    case nil, .failed: return 0
    // Nobody knows, so it counts.
    case .abandoned: return budget.reserved
    case .succeeded:
      guard let before = budget.balanceBefore else { return budget.reserved }
      guard let after = try? await balance(of: target) else { return budget.reserved }
      return min(budget.reserved, max(0, before - after))
    }
  }
}
