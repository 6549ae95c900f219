internal import ProspectRuntime
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Decides what a signal means at the prompt: give up a line, give up an evaluation, or leave.
final class SessionStopper: Sendable {
  private struct State {
    /// What is evaluated now; nil while a line is read.
    var session: Session?
    /// How often somebody wanted this evaluation to stop.
    var policy = StopPolicy()
    /// The signal that ends the whole session.
    var signal: StopSignal?
  }

  private let reader: any LineReader
  private let presenter: Presenter
  private let state = Mutex(State())

  init(reader: any LineReader, presenter: Presenter) {
    self.reader = reader
    self.presenter = presenter
  }

  /// The signal that ends the session; nil as long as none does.
  var signal: StopSignal? { state.withLock { $0.signal } }

  /// Evaluates `source`; a signal that comes meanwhile cancels it.
  func evaluate(_ source: String, in session: Session) async -> Evaluation {
    state.withLock { state in
      state.session = session
      state.policy = StopPolicy()
    }
    defer { state.withLock { $0.session = nil } }
    return await session.evaluate(source)
  }

  func take(_ signal: StopSignal) {
    let (session, step) = state.withLock { state in
      if signal != .interrupt { state.signal = state.signal ?? signal }
      return (state.session, state.session == nil ? .gracefully : state.policy.take(signal))
    }
    switch (session, step) {
    case (nil, _): reader.interrupt()
    case (let session?, .gracefully): session.cancel()
    case (_?, .atOnce):
      presenter.eraseAtOnce()
      _exit(signal.exitStatus)
    }
  }
}
