import CoreMetrics
import Synchronization

/// A collector of figures that adds up what it is given.
final class RecordedFigures: MetricsFactory {
  private final class Handler: CounterHandler, TimerHandler, RecorderHandler, Sendable {
    let add: @Sendable (Int64) -> Void

    init(add: @escaping @Sendable (Int64) -> Void) { self.add = add }

    func increment(by amount: Int64) { add(amount) }
    func reset() {}
    func recordNanoseconds(_ duration: Int64) { add(1) }
    func record(_ value: Int64) {}
    func record(_ value: Double) {}
  }

  private let sums = Mutex<[String: Int64]>([:])

  /// Sums of counters and counts of timers, as in `calls{provider=acme}`.
  var all: [String: Int64] { sums.withLock { $0 } }

  private func handler(_ label: String, _ dimensions: [(String, String)]) -> Handler {
    let name = label + "{" + dimensions.map { "\($0)=\($1)" }.joined(separator: ",") + "}"
    return Handler { amount in self.sums.withLock { $0[name, default: 0] += amount } }
  }

  func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
    handler(label, dimensions)
  }

  func makeRecorder(
    label: String, dimensions: [(String, String)], aggregate: Bool
  ) -> any RecorderHandler {
    handler(label, dimensions)
  }

  func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
    handler(label, dimensions)
  }

  func destroyCounter(_ handler: any CounterHandler) {}
  func destroyRecorder(_ handler: any RecorderHandler) {}
  func destroyTimer(_ handler: any TimerHandler) {}
}
