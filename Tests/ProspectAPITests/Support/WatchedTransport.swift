@testable import ProspectAPI

/// Sends through another transport, and notices requests that leave before the time that an earlier answer named.
final class WatchedTransport: Transport {
  private struct State {
    var closedUntil: ContinuousClock.Instant?
    var undercuts = 0
  }

  private let real: CurlTransport
  private let clock: VirtualClock?
  private let order: SendingOrder?
  private let state = Locked(State())

  init(_ real: CurlTransport, clock: VirtualClock? = nil, order: SendingOrder? = nil) {
    self.real = real
    self.clock = clock
    self.order = order
  }

  var undercuts: Int { state.withLock { $0.undercuts } }

  func send(_ request: TransportRequest) async throws(TransportError) -> TransportResponse {
    let sent = now
    state.withLock { state in
      if let until = state.closedUntil, sent < until { state.undercuts += 1 }
    }
    clock?.requestBegins()
    order?.sent(request.body)
    defer { clock?.requestEnds() }
    let response = try await real.send(request)
    // Read here in the plainest way; dates are covered by the server's own count.
    if response.status == 429, let seconds = response.headers["retry-after"].flatMap(Int.init) {
      let until = now.advanced(by: .seconds(seconds))
      state.withLock { $0.closedUntil = max($0.closedUntil ?? until, until) }
    }
    return response
  }

  func download(
    _ request: TransportRequest, to file: DownloadFile
  ) async throws(TransportError) -> TransportResponse {
    try await real.download(request, to: file)
  }

  private var now: ContinuousClock.Instant { clock?.gateClock.now() ?? .now }
}
