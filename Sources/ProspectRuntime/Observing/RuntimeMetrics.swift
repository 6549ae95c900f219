internal import CoreMetrics
internal import ProspectAPI

/// Counts what calls do, for a host that collects figures with swift-metrics. Their names and units are documented in
/// docs/observability.md.
final class RuntimeMetrics: Sendable {
  private struct Key: Hashable {
    let name: String
    let values: [String]
  }

  private struct Meters {
    var counters: [Key: Counter] = [:]
    var timers: [Key: CoreMetrics.Timer] = [:]
  }

  private let factory: any MetricsFactory
  /// Made once each: a factory may take its time.
  private let meters = Locked(Meters())

  /// Nil for the factory that collects nothing: then nothing is counted.
  init?(_ factory: any MetricsFactory) {
    guard !(factory is NOOPMetricsHandler) else { return nil }
    self.factory = factory
  }

  /// A call has come to its end.
  ///
  /// - Parameter failure: nil when it succeeded.
  func called(_ operation: Operation, _ failure: CallError.Kind?) {
    count(
      "prospect_calls",
      [
        ("provider", operation.provider), ("operation", operation.fullName),
        ("outcome", failure?.rawValue ?? "succeeded"),
      ])
  }

  func note(_ event: CallEvent, of operation: String, at provider: String) {
    let place = [("provider", provider), ("operation", operation)]
    switch event {
    case .attempted(let attempt):
      let status = attempt.status.map(String.init) ?? "none"
      count("prospect_attempts", place + [("status", status)])
      time("prospect_attempt_duration", place, attempt.duration)
      count("prospect_sent_bytes", place, by: attempt.sent)
      count("prospect_received_bytes", place, by: attempt.received)
    case .waiting: break
    case .waited(let time): self.time("prospect_wait_duration", place, time)
    case .throttled: count("prospect_throttles", [("provider", provider)])
    case .breaker(let change):
      count("prospect_breaker_changes", [("provider", provider), ("state", change.word)])
    case .retryQuotaSpent: count("prospect_retries_refused", [("provider", provider)])
    }
  }

  private func count(_ name: String, _ dimensions: [(String, String)], by amount: Int = 1) {
    let key = Key(name: name, values: dimensions.map(\.1))
    let counter = meters.withLock { meters in
      if let known = meters.counters[key] { return known }
      let made = Counter(label: name, dimensions: dimensions, factory: factory)
      meters.counters[key] = made
      return made
    }
    counter.increment(by: amount)
  }

  private func time(_ name: String, _ dimensions: [(String, String)], _ duration: Duration) {
    let key = Key(name: name, values: dimensions.map(\.1))
    let timer = meters.withLock { meters in
      if let known = meters.timers[key] { return known }
      let made = CoreMetrics.Timer(label: name, dimensions: dimensions, factory: factory)
      meters.timers[key] = made
      return made
    }
    let (seconds, attoseconds) = duration.components
    timer.recordNanoseconds(seconds * 1_000_000_000 + attoseconds / 1_000_000_000)
  }
}

extension BreakerChange {
  fileprivate var word: String {
    switch self {
    case .opened: "open"
    case .probing: "half_open"
    case .closed: "closed"
    }
  }
}
