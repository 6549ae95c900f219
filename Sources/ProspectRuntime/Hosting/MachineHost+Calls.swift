internal import MachinePort
internal import ProspectAPI
internal import ProspectJSON
internal import ProspectJournal

extension MachineHost {
  /// Makes one call of an operation: checks it, and lets it happen as a step of the run.
  ///
  /// - Parameter timeout: covers attempts and waits; nil: as long as the run may last.
  func call(
    _ name: String, _ arguments: [UInt8], _ timeout: Duration?
  ) async throws(RequestRefusal) -> Reply {
    let deadline = deadline(in: timeout)
    let target = try await resolve(name)
    let call: CallOfRun
    do throws(CallError) {
      call = try prepare(target, arguments, deadline)
    } catch {
      return .failure(json: error.json())
    }
    if let refusal = await refusal(of: target, deadline) {
      return .failure(json: refusal.json())
    }
    try countCall()
    if let cost = target.operation.cost {
      return await purchase(call, from: target, cost)
    }
    return await perform(call, on: target)
  }

  /// Checks the arguments of a call; takes out what is meant for the host, and puts in the secrets that are handed on.
  private func prepare(
    _ target: ResolvedOperation, _ arguments: [UInt8], _ deadline: ContinuousClock.Instant?
  ) throws(CallError) -> CallOfRun {
    let operation = target.operation
    var (arguments, most) = (arguments, nil as Int?)
    if operation.cost != nil {
      let terms = try PurchaseTerms(arguments, of: operation, parser: parser)
      (arguments, most) = (terms.arguments, terms.most)
    }
    let known = try revealed(arguments, for: operation, at: target.provider.baseURL.origin)
    let request = try operation.prepare(known ?? arguments, parser: parser)
    return CallOfRun(
      request: request, arguments: arguments, mostCredits: most, deadline: deadline)
  }

  /// Lets a call happen as a step of the run. The journal gets it as the recipe knows it, without secrets.
  ///
  /// - Parameter observe: gets the outcome, unless the journal knew it.
  func perform(
    _ call: CallOfRun, on target: ResolvedOperation,
    _ observe: (StepOutcome) -> Void = { _ in }
  ) async -> Reply {
    let reply = await step(
      target.operation.fullName, target.effectClass, arguments: call.arguments,
      request: call.request.body ?? []
    ) { step in
      let outcome = await send(call.request, to: target, for: step, deadline: call.deadline)
      observe(outcome)
      return outcome
    }
    learn(from: reply, of: target)
    return reply
  }

  /// Sends a call for a step, and takes the secrets out of what it shows.
  func send(
    _ call: PreparedCall, to target: ResolvedOperation, for step: Step,
    deadline: ContinuousClock.Instant?
  ) async -> StepOutcome {
    do throws(CallError) {
      let response = try await services.pipeline.send(
        call, to: target.provider, idempotencyKey: step.idempotencyKey,
        deadline: deadline,
        observer: observer(of: target.operation, for: step))
      meter.callEnded(attempts: response.attempts)
      services.metrics?.called(target.operation, nil)
      return .succeeded(response: sealed(response.body, of: target), facts: response.facts)
    } catch {
      meter.callEnded(attempts: error.attempts)
      services.metrics?.called(target.operation, error.kind)
      return StepOutcome(error, error.json())
    }
  }

  /// When a call that may take that long has to end: with the run at the latest. Nil: never.
  func deadline(in timeout: Duration?) -> ContinuousClock.Instant? {
    guard let timeout else { return timers.wallDeadline }
    let own = ContinuousClock.now.advanced(by: timeout)
    return timers.wallDeadline.map { min($0, own) } ?? own
  }

  /// Why the key may not make a call; asked until it may.
  private func refusal(
    of target: ResolvedOperation, _ deadline: ContinuousClock.Instant?
  ) async -> CallError? {
    let name = target.operation.fullName
    if permitted.contains(name) { return nil }
    let question = target.provider.identity.flatMap { target.provider.operations[$0.operation] }
    let refusal = await services.rights.refusal(
      of: target.operation, at: target.provider, deadline: deadline,
      observer: question.map { observer(of: $0) })
    if refusal == nil { permitted.insert(name) }
    return refusal
  }

  /// Remembers what later calls go by: what a purchase will cost, and which links the provider gave. The reply tells it as
  /// well when it comes from the journal.
  private func learn(from reply: Reply, of target: ResolvedOperation) {
    guard !target.tells.isEmpty || !target.links.isEmpty, case .value(let json, _, _) = reply,
      let answer = try? parser.parse(json)
    else { return }
    let result = target.operation.payload(of: answer)
    prices.note(result, of: target.operation, for: target.tells)
    links.note(result, from: target.provider, at: target.links) { services.secrets.add(link: $0) }
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
    let resolved = ResolvedOperation(operation, of: provider)
    operations[name] = resolved
    return resolved
  }
}

extension StepOutcome {
  /// A call that failed. When it was given up while it went on, nobody knows what came of it.
  init(_ error: CallError, _ json: [UInt8]) {
    self =
      error.kind == .cancelled || error.kind == .unknownOutcome
      ? .abandoned(error: json) : .failed(error: json)
  }
}
