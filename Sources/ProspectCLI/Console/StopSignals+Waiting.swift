#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

extension StopSignals {
  /// Ends the process at once: right as long as there is nothing to tidy up.
  package static let endingTheProcess: Handler = { _exit($0.exitStatus) }

  /// Begins to listen for a signal that can be waited for later.
  ///
  /// The one after it ends the process, in case that tidying up takes long.
  package func next() -> AwaitedSignal {
    let (arrivals, continuation) = AsyncStream.makeStream(of: Never.self)
    handle { _ in
      self.handle(StopSignals.endingTheProcess)
      continuation.finish()
    }
    return AwaitedSignal(arrivals: arrivals)
  }
}

/// A signal that has been listened for since this value was made.
package struct AwaitedSignal: Sendable {
  /// Ends when the signal comes.
  fileprivate let arrivals: AsyncStream<Never>

  /// Returns when the signal has come.
  package func arrival() async {
    for await _ in arrivals {}
  }
}
