extension CallPipeline {
  /// One request and what follows from it.
  func attempt(
    _ request: TransportRequest, _ route: CallRoute, _ effect: Effect, _ pass: OriginGate.Pass,
    _ journey: CallJourney, _ observer: CallObserver?
  ) async -> CallVerdict {
    let began = observer == nil ? nil : ContinuousClock.now
    let result = await exchange(request)
    if let observer, let began {
      let response = try? result.get()
      observer(
        .attempted(
          CallAttempt(
            number: journey.attempts, status: response?.status,
            requestID: response?.headers[route.provider.requestIDHeader].map(route.redacted),
            duration: began.duration(to: .now), sent: request.body?.count ?? 0,
            received: response?.body.count ?? 0)))
    }
    let verdict = judge.verdict(
      on: result, of: route, effect: effect, circumstances(journey, request.deadline))
    let ending = OriginGate.Ending(
      of: verdict, result, debt: journey.debt, policy: judge.policy, now: clock)
    let change = route.gate.leave(pass, ending)
    if let observer {
      if case .throttled(let wait) = ending.signal { observer(.throttled(for: wait)) }
      if let change { observer(.breaker(change)) }
    }
    return verdict
  }

  private func exchange(
    _ request: TransportRequest
  ) async -> Result<TransportResponse, TransportError> {
    do throws(TransportError) {
      return .success(try await transport.send(request))
    } catch {
      return .failure(error)
    }
  }

  private func circumstances(
    _ journey: CallJourney, _ deadline: ContinuousClock.Instant?
  ) -> CallJudge.Circumstances {
    var facts = circumstances(journey.attempts, deadline)
    facts.mayHaveHappened = journey.mayHaveHappened
    return facts
  }

  func circumstances(
    _ attempt: Int, _ deadline: ContinuousClock.Instant?
  ) -> CallJudge.Circumstances {
    CallJudge.Circumstances(
      attempt: attempt, remaining: deadline.map { ContinuousClock.now.duration(to: $0) },
      now: clock(), random: chance())
  }
}
