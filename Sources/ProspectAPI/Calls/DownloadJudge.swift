/// Decides what follows an attempt to fetch a file, like `CallJudge` for calls; fetching changes nothing, so it may be
/// repeated.
struct DownloadJudge: Sendable {
  enum Verdict {
    case success
    /// The rest of the file cannot be had; all of it may.
    case startOver
    case retry(after: Duration, reason: String)
    case fail(CallError)
  }

  let policy: RetryPolicy
  let provider: Provider
  let host: String

  func verdict(
    on result: Result<TransportResponse, TransportError>, _ facts: CallJudge.Circumstances
  ) -> Verdict {
    switch result {
    case .success(let response) where Self.isFile(response.status): return .success
    // What has come is more than there is now (RFC 9110 §15.5.17).
    case .success(let response)
    where response.status == 416 && facts.attempt < policy.maximumAttempts:
      return .startOver
    case .success(let response):
      let pacing = Pacing(
        status: response.status, header: { response.headers[$0] }, now: facts.now)
      return follow(
        .answered(status: response.status, pacing: pacing), failure(response, facts), facts,
        reason: "status \(response.status)")
    case .failure(let error):
      guard error.isPassing else { return .fail(failure(error, facts)) }
      return follow(
        .lost(isUnsent: error.isUnsent), failure(error, facts), facts, reason: error.message)
    }
  }

  /// Other good answers, such as 202, hold no file.
  private static func isFile(_ status: Int) -> Bool {
    status == 200 || status == 203 || status == 206
  }

  /// How storage says that a signed link is over; which of them, each does in its own way.
  private static func isExpiry(_ status: Int) -> Bool {
    switch status {
    case 400, 401, 403, 404, 410: true
    default: false
    }
  }

  private func follow(
    _ outcome: AttemptOutcome, _ failure: CallError, _ facts: CallJudge.Circumstances,
    reason: String
  ) -> Verdict {
    switch policy.decide(outcome, effect: .read, attempt: facts.attempt, random: facts.random) {
    case .fail: .fail(failure)
    case .suspend(let wait): .fail(failure.suspended(for: wait, now: facts.now))
    case .retry(let wait, _):
      facts.remaining.map { wait >= $0 } ?? false
        ? .fail(failure.outOfTime()) : .retry(after: wait, reason: reason)
    }
  }

  private func failure(
    _ response: TransportResponse, _ facts: CallJudge.Circumstances
  ) -> CallError {
    CallError(
      kind: .provider, message: "the file cannot be fetched from \(host)", provider: provider.name,
      status: response.status,
      code: Self.isExpiry(response.status) ? CallError.linkExpired : nil, attempts: facts.attempt,
      isRetryable: RetryPolicy.isPassing(response.status),
      hint: Self.isExpiry(response.status) ? "the link may have expired" : nil)
  }

  private func failure(_ error: TransportError, _ facts: CallJudge.Circumstances) -> CallError {
    let kind: CallError.Kind =
      switch error.kind {
      case .cancelled: .cancelled
      case .timeout: .timeout
      case .network, .file: .grant
      case .tooLarge: .limit
      default: .transport
      }
    return CallError(
      kind: kind, message: "the file cannot be fetched from \(host): \(error.message)",
      provider: provider.name, attempts: facts.attempt, isRetryable: error.isPassing)
  }
}

extension CallError {
  /// The code of a download that was refused: the job may know another link.
  package static let linkExpired = "link_expired"
}
