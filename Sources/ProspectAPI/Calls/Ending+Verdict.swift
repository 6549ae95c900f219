extension OriginGate.Ending {
  /// What one attempt says about its origin.
  ///
  /// - Parameters:
  ///   - debt: what the repetitions of the call had cost.
  ///   - now: the local clock in Unix seconds.
  init(
    of verdict: CallVerdict, _ result: Result<TransportResponse, TransportError>, debt: Int,
    policy: RetryPolicy, now: () -> Double
  ) {
    self.init()
    signal = Self.signal(verdict, policy)
    if case .success = verdict { refund = debt }
    switch result {
    case .failure(let error):
      finding = error.speaksOfTheOrigin ? .failed : .nothing
    case .success(let response):
      if signal == .neutral { signal = .fine }
      finding = Self.finding(verdict, response)
      quota = response.headers.quota(now: now)
    }
  }

  private static func signal(_ verdict: CallVerdict, _ policy: RetryPolicy) -> OriginTraffic.Signal
  {
    switch verdict {
    case .success: return .fine
    case .retry(let retry): return retry.isThrottled ? .throttled(retry.wait) : .neutral
    case .fail(let error):
      guard error.asksForLessTraffic else { return .neutral }
      let asked = error.retryAfter ?? .zero
      return .throttled(asked > .zero ? asked : policy.throttleBase)
    }
  }

  private static func finding(
    _ verdict: CallVerdict, _ response: TransportResponse
  ) -> CircuitBreaker.Finding {
    // A refusal that names its time is a sign of health.
    if case .retry(let retry) = verdict, retry.isThrottled { return .well }
    if case .fail(let error) = verdict, error.asksForLessTraffic { return .well }
    if RetryPolicy.isFailing(response.status) { return .failed }
    // Said to be good, and cut off.
    if response.isSuccess, case .retry = verdict { return .failed }
    return .well
  }
}

extension TransportError {
  /// Whether the failure is the origin's, or of the way to it.
  fileprivate var speaksOfTheOrigin: Bool { isPassing && kind != .timeout(.deadline) }
}

extension ResponseHeaders {
  /// What the answer says about the quota of its origin.
  fileprivate func quota(now: () -> Double) -> RateQuota? {
    // Most answers say nothing, and finding that out must cost nothing.
    guard mentionsQuota else { return nil }
    return RateQuota(field: { self[$0] }, clock: Pacing.clock({ self[$0] }, now: now()))
  }
}
