import HTTPTypes
import ProspectJSON

extension ProspectB2B {
  /// Performs a write at most once under its `Idempotency-Key` [contract prospectb2b §5].
  ///
  /// A replay keeps status and body as stored, the first request's id inside; only the header
  /// `X-Request-Id` is new.
  func performOnce(
    _ endpoint: Endpoint<Self>, _ call: Call, key: String
  ) async throws(Refusal) -> Answer {
    guard endpoint.isWrite else { return try endpoint.handler(self)(call) }
    // The header is listed on POST, not on PATCH and DELETE [seed 003].
    let isCovered = endpoint.method == .post || readings.keysCoverChanges
    guard isCovered, let idempotencyKey = call.idempotencyKey else {
      return try await write(endpoint, call)
    }
    guard (1...255).contains(idempotencyKey.count) else {
      throw .invalidRequest("Idempotency-Key must have 1 to 255 characters")
    }
    let scope = IdempotencyStore.Scope(
      apiKey: key, method: call.method.rawValue, path: call.path)
    let fingerprint = call.fingerprint
    let verdict = ledger.with {
      $0.idempotency.begin(idempotencyKey, in: scope, fingerprint: fingerprint, at: call.now)
    }
    switch verdict {
    case .perform: return try await store(endpoint, call, idempotencyKey, scope)
    case .replay(let status, let body): return replay(status: status, body: body)
    case .conflict:
      throw Refusal(
        409, "idempotency_conflict", "that Idempotency-Key belongs to a different payload")
    case .inProgress:
      throw Refusal(
        409, "idempotency_in_progress", "the same request is being performed",
        headers: [(.retryAfter, "1")])
    }
  }

  /// Performs the request and keeps its answer; a refused one frees the key, unless refusals are
  /// kept too.
  private func store(
    _ endpoint: Endpoint<Self>, _ call: Call, _ key: String, _ scope: IdempotencyStore.Scope
  ) async throws(Refusal) -> Answer {
    do throws(Refusal) {
      let answer = try await write(endpoint, call)
      if case .bytes(let body) = answer.body {
        ledger.with {
          $0.idempotency.complete(
            key, in: scope, status: answer.status, body: answer.storedBody ?? body)
        }
      }
      return answer
    } catch {
      let refusal = reread(error)
      let body = envelope(refusal, requestID: call.requestID).encoded
      ledger.with { state in
        if readings.storesRefusals {
          state.idempotency.complete(key, in: scope, status: refusal.status, body: body)
        } else {
          state.idempotency.abandon(key, in: scope)
        }
      }
      throw error
    }
  }

  private func replay(status: Int, body: [UInt8]) -> Answer {
    var answer = Answer(status: status, encoded: body)
    if !readings.replaysAreSilent {
      answer.headers.append((.known("Idempotent-Replayed"), "true"))
    }
    answer.isReplay = true
    return answer
  }

  private func write(_ endpoint: Endpoint<Self>, _ call: Call) async throws(Refusal) -> Answer {
    let latency = ledger.configuration.writeLatency
    // A cancelled sleep means that the server stops; the write then happens at once.
    if latency > .zero { try? await Task.sleep(for: latency) }
    return try endpoint.handler(self)(call)
  }
}
