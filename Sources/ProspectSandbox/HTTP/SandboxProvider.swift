import ProspectJSON

/// One of the three services: its operations, the checks before them, and the shape of its errors.
///
/// A new operation is one more line in `endpoints` and one method beside the others.
protocol SandboxProvider: Sendable {
  /// As recipes call it; the ledger counts under `name.operation`.
  static var name: String { get }
  /// Where its operations begin.
  static var prefix: String { get }
  static var endpoints: [Endpoint<Self>] { get }

  var ledger: Ledger { get }

  /// Makes the checks that come before every operation, then performs this one.
  func perform(_ endpoint: Endpoint<Self>, _ call: Call) async throws(Refusal) -> Answer

  /// The body of an error answer.
  func envelope(_ refusal: Refusal, requestID: String) -> JSON

  /// The answer to a path that has no operation.
  static var unknownPath: Refusal { get }

  /// The answer to a key that is not good, or no longer.
  static var badKey: Refusal { get }
}

extension SandboxProvider {
  /// Performs an operation, writes refusals into the envelope, and enters the outcome in the
  /// ledger.
  func answer(_ endpoint: Endpoint<Self>, _ call: Call) async -> Answer {
    var answer: Answer
    do throws(Refusal) {
      if let refusal = call.fate.refusal ?? rotation(call) { throw refusal }
      answer = try await perform(endpoint, call)
    } catch {
      answer = Answer(status: error.status, envelope(error, requestID: call.requestID))
      answer.headers += error.headers
    }
    answer.headers.append((.requestID, call.requestID))
    ledger.with {
      $0.counts.record(
        "\(Self.name).\(endpoint.name)", status: answer.status, isReplay: answer.isReplay)
    }
    return answer
  }

  /// A refusal when the provider's key was changed and the call brings another one; what a login
  /// gave stays good.
  private func rotation(_ call: Call) -> Refusal? {
    guard let good = ledger.with({ $0.faults.keys[Self.name] }), let sent = call.credential?.key,
      sent != good, !SessionToken.hasForm(sent)
    else { return nil }
    return Self.badKey
  }

  /// Counts the call against the key's quota.
  func admit(_ key: String, at now: Instant) -> RateWindow.Reading {
    let limit = ledger.configuration.callsPerMinute ?? 1_000_000
    return ledger.with { state in
      if let reading = state.faults.admit(key, to: Self.name, at: now) { return reading }
      return state.rates["\(Self.name) \(key)", default: RateWindow()].admit(limit: limit, at: now)
    }
  }
}
