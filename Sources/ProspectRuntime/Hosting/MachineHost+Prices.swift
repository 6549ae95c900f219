internal import ProspectAPI
internal import ProspectJSON

extension MachineHost {
  /// What a call will cost.
  func price(
    of call: PreparedCall, from target: ResolvedOperation, _ cost: Cost
  ) async throws(CallError) -> Price {
    guard let rows = cost.rows else {
      return cost.unit == .call
        ? .known(cost.credits) : .unknown("nothing tells how many rows it has before it is done")
    }
    guard let given = call.argument(rows.argument), let id = given.identifier else {
      return .unknown("\(rows.argument) is not given")
    }
    let count: Int?
    let teller: String
    switch rows.source {
    case .seen(let name, _):
      teller = name
      count = prices.rows(of: "\(target.provider.name).\(name)", id: id)
    case .ask(let name):
      teller = name
      count = try await ask(name, [rows.argument: given], of: target)?.count(at: rows.count)
    }
    guard let count else { return .unknown("no answer of \(teller) told how many rows it has") }
    let (price, overflows) = count.multipliedReportingOverflow(by: cost.credits)
    return overflows ? .unknown("the number of rows is absurd") : .known(price)
  }

  /// The balance before a call; nil when nobody can ask, or nothing will be spent.
  func balance(
    for price: Price, of target: ResolvedOperation
  ) async throws(CallError) -> Int? {
    price == .known(0) ? nil : try await balance(of: target)
  }

  func balance(of target: ResolvedOperation) async throws(CallError) -> Int? {
    guard let credits = target.provider.credits else { return nil }
    return try await ask(credits.operation, [:], of: target)?.balance(at: credits.balance)
  }

  /// Makes a free call on the guard's own behalf. It is no step of the run: a run that is resumed must ask again.
  private func ask(
    _ name: String, _ arguments: JSONObject, of target: ResolvedOperation
  ) async throws(CallError) -> JSON? {
    let provider = target.provider
    guard let operation = provider.operations[name] else {
      throw CallError(
        kind: .usage, message: "there is no operation \(name)", provider: provider.name)
    }
    let call = try operation.prepare(JSON.object(arguments).encoded, parser: parser)
    meter.callBegan()
    do throws(CallError) {
      let response = try await services.pipeline.send(
        call, to: provider, deadline: timers.wallDeadline, observer: observer(of: operation))
      meter.callEnded(attempts: response.attempts)
      return (try? parser.parse(response.body)).map(operation.payload)
    } catch {
      meter.callEnded(attempts: error.attempts)
      var error = error
      let purpose = "\(target.operation.name) costs credits, so \(name) was asked before it"
      error.hint = error.hint.map { "\($0); \(purpose)" } ?? purpose
      throw error
    }
  }
}

extension PreparedCall {
  /// One of the arguments, as the recipe gave it.
  fileprivate func argument(_ name: String) -> JSON? { (try? JSON.parse(arguments))?[name] }
}
