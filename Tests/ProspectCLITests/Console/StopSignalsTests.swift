import Synchronization
import Testing

@testable import ProspectCLI

@Suite(.timeLimit(.minutes(1))) struct StopSignalsTests {
  @Test func keepsASignalUntilSomebodyIsResponsible() {
    let signals = StopSignals()
    signals.deliver(.interrupt)
    let seen = Mutex<[StopSignal]>([])
    signals.handle { signal in seen.withLock { $0.append(signal) } }
    signals.deliver(.terminate)
    #expect(seen.withLock { $0 } == [.interrupt, .terminate])
  }

  @Test func letsACommandWaitForTheWishToStop() async {
    let signals = StopSignals()
    signals.deliver(.hangup)
    await signals.next().arrival()
  }
}
