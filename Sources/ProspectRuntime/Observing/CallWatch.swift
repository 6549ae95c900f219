internal import Logging
internal import ProspectAPI
internal import ProspectJournal

/// What is known of one call while it goes on, for its lines in the log.
///
/// `@unchecked Sendable`: `last` is touched on the loop's thread only, where events are told.
final class CallWatch: @unchecked Sendable {
  /// The full name, as in "prospectb2b.leads.upsert".
  let operation: String
  let provider: String
  /// Nil for a call that the host makes for itself, such as a look at a balance.
  private let step: Step?
  /// The request that came to its end last.
  private var last: CallAttempt?

  init(_ operation: Operation, step: Step? = nil) {
    self.operation = operation.fullName
    self.step = step
    provider = operation.provider
  }

  /// - Parameter step: fetches a file that `provider` has made.
  init(downloadFrom provider: Provider, step: Step) {
    operation = step.operation
    self.step = step
    self.provider = provider.name
  }

  /// Says in the log what happened. The names of the fields are documented in docs/observability.md.
  func log(_ event: CallEvent, to logger: Logger) {
    switch event {
    case .attempted(let attempt):
      last = attempt
      logger.debug(
        "\(operation): \(attempt.status.map { "status \($0)" } ?? "no answer")",
        metadata: fields(["duration": .stringConvertible(attempt.duration.inSeconds)]))
    case .waiting(let time, let reason):
      // A call that waits for its turn is nothing special; one that is repeated is.
      logger.log(
        level: last == nil ? .debug : .info,
        "\(operation) \(last == nil ? "waits" : "is tried again in") \(time.inWords): \(reason)",
        metadata: fields([
          "wait": .stringConvertible(time.inSeconds), "why": .string(reason),
        ]))
    case .waited(let time):
      logger.trace(
        "\(operation) has waited",
        metadata: fields(["wait": .stringConvertible(time.inSeconds)]))
    case .throttled(let time):
      logger.debug(
        "\(provider) asks for less traffic",
        metadata: fields(["wait": .stringConvertible(time.inSeconds), "why": "throttled"]))
    case .breaker(let change): log(change, to: logger)
    case .retryQuotaSpent:
      logger.warning(
        "\(operation) is not tried again: too many repetitions at \(provider) have failed",
        metadata: fields(["why": "retry_quota"]))
    }
  }

  private func log(_ change: BreakerChange, to logger: Logger) {
    switch change {
    case .opened(let time):
      logger.warning(
        "\(provider) fails too often: nothing is sent for \(time.inWords)",
        metadata: fields(["wait": .stringConvertible(time.inSeconds), "why": "breaker_open"]))
    case .probing:
      logger.info(
        "one request tries whether \(provider) is well again",
        metadata: fields(["why": "breaker_probe"]))
    case .closed:
      logger.info("\(provider) is well again", metadata: fields(["why": "breaker_closed"]))
    }
  }

  private func fields(_ more: Logger.Metadata) -> Logger.Metadata {
    var fields: Logger.Metadata = ["operation": .string(operation)]
    fields["step"] = step.map { .string($0.name) }
    if let last {
      fields["attempt"] = .stringConvertible(last.number)
      fields["status"] = last.status.map { .stringConvertible($0) }
      fields["request_id"] = last.requestID.map { .string($0) }
    }
    return fields.merging(more) { $1 }
  }
}

extension Step {
  /// Tells it apart from the other steps of its run, and is the same when the run is resumed.
  fileprivate var name: String {
    let digits = identity.digest.prefix(6).map { byte in
      String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
    }
    return digits.joined() + "-\(occurrence)"
  }
}

extension Duration {
  /// In seconds, to the millisecond.
  fileprivate var inSeconds: Double {
    let milliseconds = components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
    return Double(milliseconds) / 1000
  }
}
