/// Calls that are not sent, or not sent again, for reasons of time and traffic.
extension CallError {
  /// Whether all calls to the origin should wait: it has too many (429), or names the time of its return (503).
  var asksForLessTraffic: Bool {
    status == 429 || (status == 503 && (retryAfter ?? .zero) > .zero)
  }

  /// The provider asks for more patience than a run has.
  ///
  /// - Parameter now: in Unix seconds.
  func suspended(for wait: Duration, now: Double) -> CallError {
    let seconds = wait.secondsRoundedUp
    var error = adding("the provider asks to come back in \(seconds) s")
    error.kind = .suspended
    error.isRetryable = true
    error.retryAfter = wait
    error.hint = "run it again after \(UTCTime.text(now + Double(seconds)))"
    return error
  }

  /// The deadline comes before the next attempt would.
  func outOfTime() -> CallError {
    var error = adding("no time is left for another attempt")
    error.kind = .timeout
    return error
  }

  /// Repetitions cost, and too many of them did not help.
  func unaffordable() -> CallError {
    var error = adding("it is not tried again, as too many calls to the provider have failed")
    error.isRetryable = true
    return error
  }

  /// The breaker is open.
  private func failing(for wait: Duration, _ provider: Provider) -> CallError {
    var error = adding("nothing more is sent for \(wait.secondsRoundedUp) s")
    error.isRetryable = true
    error.retryAfter = wait
    error.hint = "\(provider.title) has trouble; run again later"
    return error
  }

  /// The gate does not let a call wait. One that was sent before fails as it did then, and says why it is not sent again.
  static func refused(
    _ refusal: OriginGate.Refusal, _ route: CallRoute, _ journey: CallJourney, now: Double
  ) -> CallError {
    switch refusal {
    case .late:
      return journey.failure?.outOfTime() ?? late(route.operation, attempts: journey.attempts)
    case .suspended(let wait):
      let failure =
        journey.failure
        ?? unsent(.suspended, "\(route.provider.title) refuses further calls", route.operation)
      return failure.suspended(for: wait, now: now)
    case .failing(let wait):
      let origin = route.provider.baseURL.origin.text
      let failure =
        journey.failure
        ?? unsent(.provider, "requests to \(origin) keep failing", route.operation)
      return failure.failing(for: wait, route.provider)
    }
  }

  static func cancelled(_ operation: Operation, attempts: Int) -> CallError {
    var error = unsent(.cancelled, "the call was cancelled", operation)
    error.attempts = attempts
    return error
  }

  static func late(_ operation: Operation, attempts: Int) -> CallError {
    var error = unsent(
      .timeout, "the deadline of the call passed while others were served", operation)
    error.attempts = attempts
    error.isRetryable = true
    return error
  }

  private static func unsent(
    _ kind: Kind, _ message: String, _ operation: Operation
  ) -> CallError {
    CallError(
      kind: kind, message: message, provider: operation.provider, operation: operation.name)
  }

  private func adding(_ sentence: String) -> CallError {
    var error = self
    error.message += "; " + sentence
    return error
  }
}
