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
    switch result {
    case .failure(let error): finding = error.speaksOfTheOrigin ? .failed : .nothing
    case .success(let response):
      let wait = Self.wait(verdict, response, policy, now)
      signal = wait.map { .throttled($0) } ?? .fine
      // A refusal that names its time is a sign of health.
      finding = wait == nil && Self.hasFailed(verdict, response) ? .failed : .well
      quota = response.headers.quota(now: now)
      if case .success = verdict { refund = debt }
    }
  }

  /// How long everything to the origin waits; nil when it need not.
  private static func wait(
    _ verdict: CallVerdict, _ response: TransportResponse, _ policy: RetryPolicy,
    _ now: () -> Double
  ) -> Duration? {
    switch verdict {
    case .success:
      // What the status of another host means is the recipe's to say; that everybody waits is not.
      guard response.status == 429 else { return nil }
      let pacing = Pacing(status: 429, header: { response.headers[$0] }, now: now())
      return pacing.wait ?? policy.throttleBase
    case .retry(let retry): return retry.isThrottled ? retry.wait : nil
    case .fail(let error):
      guard error.asksForLessTraffic else { return nil }
      let asked = error.retryAfter ?? .zero
      return asked > .zero ? asked : policy.throttleBase
    }
  }

  private static func hasFailed(_ verdict: CallVerdict, _ response: TransportResponse) -> Bool {
    if RetryPolicy.isFailing(response.status) { return true }
    // Said to be good, and cut off.
    if response.isSuccess, case .retry = verdict { return true }
    return false
  }
}

extension TransportError {
  /// Whether the failure is the origin's, or of the way to it.
  fileprivate var speaksOfTheOrigin: Bool {
    isPassing && kind != .timeout(.deadline) && kind != .crowded
  }
}

extension ResponseHeaders {
  /// What the answer says about the quota of its origin.
  fileprivate func quota(now: () -> Double) -> RateQuota? {
    // Most answers say nothing, and finding that out must cost nothing.
    guard mentionsQuota else { return nil }
    return RateQuota(field: { self[$0] }, clock: Pacing.clock({ self[$0] }, now: now()))
  }
}
