import Synchronization

@testable import ProspectCLI

/// A stream that keeps what is written to it.
final class MemorySink: ByteSink {
  let isTerminal: Bool
  let columns: Int? = 80
  private let state: Mutex<State>

  private struct State {
    var bytes: [UInt8] = []
    var room: Int
  }

  /// - Parameter room: How many bytes are taken before the reader goes away.
  init(isTerminal: Bool = false, room: Int = .max) {
    self.isTerminal = isTerminal
    state = Mutex(State(room: room))
  }

  var text: String { state.withLock { String(decoding: $0.bytes, as: UTF8.self) } }

  func write(_ bytes: [UInt8]) throws(BrokenPipe) {
    let fits = state.withLock { state in
      guard state.bytes.count + bytes.count <= state.room else { return false }
      state.bytes += bytes
      return true
    }
    if !fits { throw BrokenPipe() }
  }
}
