extension CallPipeline {
  /// Sends a request over one route, in as many attempts as it takes.
  func perform(
    _ call: PreparedCall, on route: CallRoute, _ terms: CallTerms
  ) async throws(CallError) -> CallResponse {
    let effect = terms.effect(of: call.operation)
    var request = route.request(for: call, key: terms.key, deadline: terms.deadline)
    // libcurl repeats a request silently when a reused connection is dead.
    request.needsFreshConnection = !effect.mayBeRepeated
    var journey = CallJourney()
    while true {
      let pass = try await enter(route, journey, terms)
      journey.ticket = pass.ticket
      journey.attempts += 1
      switch await attempt(request, route, effect, pass, journey, terms.observer) {
      case .success(let response): return answer(response, route, journey.attempts)
      case .fail(let error): throw error
      case .retry(let retry):
        if retry.needsFreshConnection { request.needsFreshConnection = true }
        try await prepare(retry, on: route, &journey, terms.observer)
      }
    }
  }

  private func answer(
    _ response: TransportResponse, _ route: CallRoute, _ attempts: Int
  ) -> CallResponse {
    // Nearly no good answer has the field, and reading dates for nothing costs as much as sending.
    let wait = response.headers["retry-after"].flatMap { text in
      RetryAfter.seconds(text, clock: Pacing.clock({ response.headers[$0] }, now: clock()))
    }
    return CallResponse(
      status: response.status, headers: response.headers,
      body: response.body.isEmpty && !route.provider.isOpaque
        ? Array("null".utf8) : response.body,
      requestID: response.headers[route.provider.requestIDHeader], attempts: attempts,
      wait: wait.map(Duration.saturating(seconds:)), address: response.address)
  }

  /// Waits for the origin's turn.
  private func enter(
    _ route: CallRoute, _ journey: CallJourney, _ terms: CallTerms
  ) async throws(CallError) -> OriginGate.Pass {
    let passage = await route.gate.enter(
      journey.ticket, deadline: terms.deadline, notice: terms.observer)
    switch passage {
    case .free(let pass):
      if pass.isProbe { terms.observer?(.breaker(.probing)) }
      return pass
    case .cancelled: throw .cancelled(route.operation, attempts: journey.attempts)
    case .refused(let refusal): throw .refused(refusal, route, journey, now: clock())
    }
  }

  /// Pays for the next attempt, and waits between the two.
  private func prepare(
    _ retry: CallVerdict.Retry, on route: CallRoute, _ journey: inout CallJourney,
    _ observer: CallObserver?
  ) async throws(CallError) {
    guard let cost = route.gate.takeRetry(isThrottled: retry.isThrottled) else {
      observer?(.retryQuotaSpent)
      throw retry.failure.unaffordable()
    }
    journey.debt += cost
    journey.failure = retry.failure
    if retry.mayHaveHappened { journey.mayHaveHappened = true }
    // The gate keeps everybody waiting when the origin asked for less traffic, and says so.
    if retry.isThrottled { return }
    observer?(.waiting(for: retry.wait, reason: retry.reason))
    let began = ContinuousClock.now
    let isOver = await rest(for: retry.wait)
    observer?(.waited(began.duration(to: .now)))
    guard isOver else { throw .cancelled(route.operation, attempts: journey.attempts) }
  }

  /// False: the task was cancelled.
  func rest(for wait: Duration) async -> Bool {
    do {
      try await loop.sleep(for: wait)
      return true
    } catch {
      return false
    }
  }
}
