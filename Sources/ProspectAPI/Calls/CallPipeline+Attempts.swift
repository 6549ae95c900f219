internal import CCurlShims

extension CallPipeline {
  /// One request and what follows from it.
  func attempt(
    _ number: Int, _ request: TransportRequest, _ route: CallRoute, _ effect: Effect,
    _ observer: CallObserver?
  ) async -> CallVerdict {
    let began = observer == nil ? nil : ContinuousClock.now
    let result = await exchange(request)
    if let observer, let began {
      let response = try? result.get()
      observer(
        .attempted(
          CallAttempt(
            number: number, status: response?.status,
            requestID: response?.headers[route.provider.requestIDHeader].map(route.redacted),
            duration: began.duration(to: .now), sent: request.body?.count ?? 0,
            received: response?.body.count ?? 0)))
    }
    let verdict = judge.verdict(
      on: result, of: route, effect: effect, circumstances(number, request.deadline))
    await route.gate.leave(signal(of: verdict, result))
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

  func circumstances(
    _ attempt: Int, _ deadline: ContinuousClock.Instant?
  ) -> CallJudge.Circumstances {
    CallJudge.Circumstances(
      attempt: attempt, remaining: deadline.map { ContinuousClock.now.duration(to: $0) },
      now: ccs_unix_time(), random: .random(in: 0..<1))
  }

  private func signal(
    of verdict: CallVerdict, _ result: Result<TransportResponse, TransportError>
  ) -> OriginTraffic.Signal {
    switch verdict {
    case .success: return .fine
    case .retry(let retry) where retry.isThrottled: return .throttled(retry.wait)
    case .fail(let error) where error.status == 429:
      return .throttled(error.retryAfter ?? judge.policy.throttleBase)
    case .retry, .fail:
      if case .failure = result { return .neutral }
      return .fine
    }
  }

  /// Waits for the origin's turn.
  func enter(
    _ route: CallRoute, _ deadline: ContinuousClock.Instant?, attempts: Int
  ) async throws(CallError) {
    switch await route.gate.enter(attempts: attempts, deadline: deadline) {
    case .free: return
    case .cancelled: throw .cancelled(route, attempts)
    case .late:
      throw CallError(
        kind: .timeout, message: "the deadline of the call passed while others were served",
        provider: route.provider.name, operation: route.operation.name, attempts: attempts,
        isRetryable: true)
    }
  }

  func pause(
    for wait: Duration, _ route: CallRoute, attempts: Int
  ) async throws(CallError) {
    do { try await loop.sleep(for: wait) } catch { throw .cancelled(route, attempts) }
  }
}

extension CallError {
  fileprivate static func cancelled(_ route: CallRoute, _ attempts: Int) -> CallError {
    CallError(
      kind: .cancelled, message: "the call was cancelled", provider: route.provider.name,
      operation: route.operation.name, attempts: attempts)
  }
}
