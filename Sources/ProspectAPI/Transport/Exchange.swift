internal import CCurl
internal import CCurlShims

/// One HTTP exchange on a pooled easy handle: prepared, driven by the loop, asked for its answer, and used again.
///
/// Belongs to the loop's thread, like the transport that has it. The pointer is valid from `init` to `deinit`.
final class Exchange: LoopTransfer {
  /// What the one who waits is told.
  enum Event {
    /// A streamed body has grown.
    case progress
    case ended
  }

  let pointer: OpaquePointer
  let easy: UnsafeMutableRawPointer
  var stall: StallDetector
  /// How the exchange ended; nil while it runs.
  private(set) var end: ExchangeEnd?
  private(set) var isStreamed = false
  private var waiting: CheckedContinuation<Void, Never>?
  /// Keeps the shared header lines alive: libcurl does not copy them.
  private var headers: HeaderList?
  private let room: AnswerRoom

  /// - Parameters:
  ///   - certificates: a file of those that are trusted instead of the system's.
  ///   - room: what the answer shares with others.
  init?(limits: TransportLimits, userAgent: String, certificates: String?, room: AnswerRoom) {
    guard let pointer = ccs_exchange_new(userAgent, certificates, room.pointer) else { return nil }
    self.pointer = pointer
    self.room = room
    easy = ccs_exchange_easy(pointer)
    stall = StallDetector(limits: limits, now: .now)
  }

  deinit { ccs_exchange_free(pointer) }

  /// Sets everything up for a request; false when memory is exhausted.
  func prepare(
    _ request: TransportRequest, to destination: Destination, limits: TransportLimits,
    isStreamed: Bool
  ) -> Bool {
    let now = ContinuousClock.now
    stall = StallDetector(limits: limits, now: now)
    end = nil
    self.isStreamed = isStreamed
    headers = request.headers
    return request.withRequest(at: destination.origin, destination.proxy) { c in
      c.networks = destination.networks.rawValue
      c.connect_timeout_ms = limits.connect.wholeMilliseconds
      // At least a millisecond: 0 would mean no limit at all.
      c.timeout_ms = request.deadline.map { max(1, now.duration(to: $0).wholeMilliseconds) } ?? 0
      c.streamed = isStreamed
      return ccs_exchange_prepare(pointer, &c)
    }
  }

  /// False: it is over, or a streamed body has bytes to take.
  var mustWait: Bool { end == nil && !hasPart }

  /// Resumes the one who waits at the next event.
  func wait(_ continuation: CheckedContinuation<Void, Never>) {
    waiting = continuation
  }

  func ended(_ code: CURLcode) {
    finish(.code(code))
  }

  func hasMoved() {
    if hasPart { resume() }
  }

  /// The answer is of no use, even when the server has sent everything.
  func abort(_ reason: ExchangeEnd) {
    end = reason
    resume()
  }

  /// Lets go of everything that belongs to this request alone.
  func clear() {
    ccs_exchange_forget(pointer)
    headers = nil
  }

  /// Ends the exchange; only the first reason counts.
  func finish(_ reason: ExchangeEnd) {
    guard end == nil else { return }
    end = reason
    resume()
  }

  private func resume() {
    let waiter = waiting
    waiting = nil
    waiter?.resume()
  }
}
