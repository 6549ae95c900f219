#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

extension StopSignals {
  /// Ends the process at once: right as long as there is nothing to tidy up.
  package static let endingTheProcess: Handler = { _exit($0.exitStatus) }

  /// Waits for the next signal. A further one ends the process, in case that tidying up takes long.
  package func next() async {
    let (stream, continuation) = AsyncStream.makeStream(of: Void.self)
    handle { _ in
      self.handle(StopSignals.endingTheProcess)
      continuation.finish()
    }
    for await _ in stream {}
  }
}
