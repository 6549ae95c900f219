internal import Dispatch

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Turns the signals of this process into deliveries to `StopSignals`, on an ordinary thread.
///
/// The signals are blocked in every thread, so no system call of ours is ever interrupted by one
/// and no code runs in a signal handler. The kernel keeps a blocked signal until Dispatch reads it.
/// Must be made before the process starts its second thread, because threads inherit what is
/// blocked.
package final class ProcessSignals {
  private var sources: [any DispatchSourceSignal] = []

  package init(deliveringTo signals: StopSignals) {
    // A reader of stdout that goes away is an error of write(2), not the end of the process.
    signal(SIGPIPE, SIG_IGN)
    let watched = StopSignal.allCases.filter { !Self.isIgnored($0) }
    // All are blocked before the first source makes Dispatch start a thread.
    Self.block(watched)
    for signal in watched {
      let source = DispatchSource.makeSignalSource(signal: signal.rawValue, queue: Self.queue)
      source.setEventHandler { signals.deliver(signal) }
      source.activate()
      sources.append(source)
    }
  }

  private static let queue = DispatchQueue(label: "prospect-run.signals", qos: .userInteractive)

  /// A shell ignores SIGINT for background jobs, nohup ignores SIGHUP; that stays so.
  private static func isIgnored(_ signal: StopSignal) -> Bool {
    var current = sigaction()
    guard sigaction(signal.rawValue, nil, &current) == 0 else { return false }
    #if canImport(Glibc)
      let handler = current.__sigaction_handler.sa_handler
    #else
      let handler = current.__sigaction_u.__sa_handler
    #endif
    return unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  private static func block(_ signals: [StopSignal]) {
    var set = sigset_t()
    sigemptyset(&set)
    for signal in signals { sigaddset(&set, signal.rawValue) }
    pthread_sigmask(SIG_BLOCK, &set, nil)
  }
}
