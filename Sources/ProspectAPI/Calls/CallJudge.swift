/// Decides what follows an attempt: a pure function of how it ended, of the operation, and of clock and chance.
struct CallJudge: Sendable {
  /// Facts of the moment.
  struct Circumstances {
    /// How many requests were sent for the call.
    var attempt: Int
    /// What is left until the deadline; nil without one.
    var remaining: Duration?
    /// The local clock in Unix seconds.
    var now: Double
    /// From 0 up to 1.
    var random: Double
    /// Whether the provider may have acted on an earlier attempt.
    var mayHaveHappened = false
  }

  let policy: RetryPolicy

  func verdict(
    on result: Result<TransportResponse, TransportError>, of route: CallRoute, effect: Effect,
    _ facts: @autoclosure () -> Circumstances
  ) -> CallVerdict {
    switch result {
    case .success(let response) where response.isSuccess:
      // Nearly every attempt ends here, and needs neither clock nor chance.
      guard !route.provider.isOpaque,
        let flaw = AnswerBody.flaw(in: response.body)
          ?? HiddenError.find(in: response, on: route)
      else { return .success(response) }
      return judge(flaw, route, effect, facts())
    case .success(let response):
      let verdict = judge(response, route, effect, facts())
      guard route.provider.isOpaque, case .fail(let error) = verdict, error.kind != .suspended
      else { return verdict }
      // What the status means, the recipe knows.
      return .success(response)
    case .failure(let error): return judge(error, route, effect, facts())
    }
  }

  private func judge(
    _ error: TransportError, _ route: CallRoute, _ effect: Effect, _ facts: Circumstances
  ) -> CallVerdict {
    let failure = CallError(error, on: route, effect: effect, attempt: facts.attempt)
    guard error.isPassing else { return .fail(failure) }
    return follow(.lost(isUnsent: error.isUnsent), failure, effect, facts, reason: error.message)
  }

  private func judge(
    _ response: TransportResponse, _ route: CallRoute, _ effect: Effect, _ facts: Circumstances
  ) -> CallVerdict {
    let answer = ErrorAnswer(route.redacted(response), of: route.provider, now: facts.now)
    // An earlier attempt whose answer was lost has deleted it.
    if answer.status == 404, route.operation.method == .delete, facts.mayHaveHappened {
      return .success(TransportResponse(status: 404, headers: response.headers, body: []))
    }
    var failure = CallError(answer, on: route, effect: effect, attempt: facts.attempt)
    failure.retryAfter = answer.pacing.wait
    let outcome: AttemptOutcome =
      answer.isInProgress
      ? .inProgress(pacing: answer.pacing)
      : .answered(status: answer.status, pacing: answer.pacing)
    let reason = answer.status == 429 ? "too many requests" : "status \(answer.status)"
    return follow(outcome, failure, effect, facts, reason: reason)
  }

  private func follow(
    _ outcome: AttemptOutcome, _ failure: CallError, _ effect: Effect, _ facts: Circumstances,
    reason: String
  ) -> CallVerdict {
    switch policy.decide(outcome, effect: effect, attempt: facts.attempt, random: facts.random) {
    case .fail: return .fail(failure)
    case .suspend(let wait): return .fail(failure.suspended(for: wait, now: facts.now))
    case .retry(let wait, let onFreshConnection):
      if let remaining = facts.remaining, wait >= remaining { return .fail(failure.outOfTime()) }
      return .retry(
        CallVerdict.Retry(
          wait: wait, needsFreshConnection: onFreshConnection,
          isThrottled: failure.asksForLessTraffic, mayHaveHappened: outcome.mayHaveHappened,
          reason: reason, failure: failure))
    }
  }
}

extension ErrorAnswer {
  /// The provider still works on an earlier attempt with the same idempotency key.
  fileprivate var isInProgress: Bool {
    status == 409 && code?.lowercased().contains("in_progress") == true
  }
}
