internal import MachinePort
internal import ProspectAPI
internal import ProspectJSON
internal import ProspectJournal

extension MachineHost {
  /// Makes one call of an operation: checks it, and lets it happen as a step of the run.
  func call(_ name: String, _ arguments: [UInt8]) async throws(RequestRefusal) -> Reply {
    let target = try await resolve(name)
    let call: PreparedCall
    do throws(CallError) {
      call = try target.operation.prepare(arguments, parser: parser)
    } catch {
      return .failure(json: error.json())
    }
    try countCall()
    return await step(
      name, target.effectClass, arguments: call.arguments, request: call.body ?? []
    ) { step in
      await send(call, to: target, key: step.idempotencyKey)
    }
  }

  private func send(
    _ call: PreparedCall, to target: ResolvedOperation, key: String?
  ) async -> StepOutcome {
    do throws(CallError) {
      let response = try await services.pipeline.send(
        call, to: target.provider, idempotencyKey: key, deadline: timers.wallDeadline,
        observer: target.observer)
      meter.callEnded(attempts: response.attempts)
      return .succeeded(response: response.body, facts: response.facts)
    } catch {
      meter.callEnded(attempts: error.attempts)
      return StepOutcome(error)
    }
  }

  /// Counts a call against the run's limit.
  func countCall() throws(RequestRefusal) {
    meter.callBegan()
    guard let limit = limits.requests, meter.calls > limit else { return }
    stop(.requests(limit))
    throw RequestRefusal(.limit, "the recipe made more than \(limit) calls")
  }

  /// Finds an operation by its full name, such as `prospectb2b.leads.upsert`.
  private func resolve(_ name: String) async throws(RequestRefusal) -> ResolvedOperation {
    if let known = operations[name] { return known }
    let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
    guard parts.count == 2, let provider = try await services.providers.entry(parts[0])?.provider,
      let operation = provider.operations[parts[1]]
    else { throw RequestRefusal(.usage, "there is no operation \(name)") }
    let resolved = ResolvedOperation(
      operation, of: provider, logger: services.configuration.logger)
    operations[name] = resolved
    return resolved
  }
}

extension StepOutcome {
  /// A call that failed. When it was given up while it went on, nobody knows what came of it.
  init(_ error: CallError) {
    self =
      error.kind == .cancelled || error.kind == .unknownOutcome
      ? .abandoned(error: error.json()) : .failed(error: error.json())
  }
}
