internal import CCurlShims

/// Sends requests with libcurl, on the host's loop, over connections that stay open.
package actor CurlTransport: Transport {
  package nonisolated let loop: HostLoop
  package nonisolated var unownedExecutor: UnownedSerialExecutor {
    loop.asUnownedSerialExecutor()
  }

  private let limits: TransportLimits
  private let userAgent: String
  private let settings: TransportSettings
  private let room: AnswerRoom
  private var idle: [Exchange] = []
  private var running: [UInt64: Exchange] = [:]
  private var lastTicket: UInt64 = 0
  private var isInspecting = false

  /// Exchanges beyond this number are not kept for reuse.
  private static let poolSize = 128

  /// - Parameters:
  ///   - userAgent: names the program in every request; some edges refuse requests without it.
  package init(
    loop: HostLoop, limits: TransportLimits = .init(), userAgent: String = ProgramVersion.userAgent,
    settings: TransportSettings = .init()
  ) {
    self.loop = loop
    self.limits = limits
    self.userAgent = userAgent
    self.settings = settings
    room = AnswerRoom(limit: limits.answers)
  }

  package func send(
    _ request: TransportRequest
  ) async throws(TransportError) -> TransportResponse {
    var request = request
    while true {
      let response = try await exchange(request)
      guard let next = Redirect.next(after: response, of: request) else { return response }
      request = next
    }
  }

  private func exchange(
    _ request: TransportRequest
  ) async throws(TransportError) -> TransportResponse {
    let exchange = try prepare(request, isStreamed: false)
    await drive(exchange, into: nil)
    defer { keep(exchange) }
    return try exchange.response()
  }

  package func download(
    _ request: TransportRequest, to file: DownloadFile
  ) async throws(TransportError) -> TransportResponse {
    var request = request
    while true {
      let exchange = try prepare(request, isStreamed: true)
      await drive(exchange, into: file)
      defer { keep(exchange) }
      let response = try exchange.response()
      guard let next = Redirect.next(after: response, of: request) else { return response }
      request = next
    }
  }

  /// Runs an exchange to its end; a cancelled task makes it end at once.
  private func drive(_ exchange: Exchange, into file: DownloadFile?) async {
    lastTicket += 1
    let ticket = lastTicket
    running[ticket] = exchange
    await withTaskCancellationHandler {
      if Task.isCancelled { exchange.finish(.cancelled) } else { begin(exchange) }
      if let file { await fill(file, from: exchange) } else { _ = await nextEvent(of: exchange) }
    } onCancel: {
      loop.onThread { _ in self.assumeIsolated { $0.abandon(ticket) } }
    }
    running[ticket] = nil
  }

  /// Waits until the exchange is over, or a streamed body has bytes to take.
  ///
  /// A method of the actor, not of the exchange: so the task is resumed on the loop and crosses no other thread.
  func nextEvent(of exchange: Exchange) async -> Exchange.Event {
    if exchange.mustWait {
      await withCheckedContinuation { exchange.wait($0) }
    }
    return exchange.end == nil ? .progress : .ended
  }

  private func begin(_ exchange: Exchange) {
    loop.add(exchange)
    inspectLater()
  }

  private func abandon(_ ticket: UInt64) {
    guard let exchange = running[ticket] else { return }
    loop.remove(exchange)
    exchange.finish(.cancelled)
  }

  private func prepare(
    _ request: TransportRequest, isStreamed: Bool
  ) throws(TransportError) -> Exchange {
    if let problem = ccs_library_problem() {
      throw TransportError(.resources, String(cString: problem), isUnsent: true)
    }
    let destination = try destination(of: request)
    if let exchange = idle.popLast()
      ?? Exchange(
        limits: limits, userAgent: userAgent, certificates: settings.certificates, room: room),
      exchange.prepare(request, to: destination, limits: limits, isStreamed: isStreamed)
    {
      return exchange
    }
    throw TransportError(.resources, "no memory is left for a request", isUnsent: true)
  }

  /// Where a request goes, and how.
  private func destination(of request: TransportRequest) throws(TransportError) -> Destination {
    guard let origin = request.origin, TransportRequest.isPlain(request.target) else {
      throw TransportError(.invalid, "this is no URL of http or https", isUnsent: true)
    }
    guard request.headers.isWellFormed, request.extraHeader?.utf8.allSatisfy({ $0 >= 0x20 }) ?? true
    else {
      throw TransportError(
        .invalid, "a header field holds a line break or another control character", isUnsent: true)
    }
    var destination = Destination(origin: origin, networks: request.networks)
    if settings.privateHosts.contains(origin.host) { destination.networks.insert(.privateNetwork) }
    // This machine is reached directly. A proxy would not be asked for an address where the host may not be.
    if settings.proxies.isEmpty || origin.isLoopback { return destination }
    let named = origin.networks
    guard destination.networks.isSuperset(of: named) else {
      throw TransportError(.network(named), named.refusal, isUnsent: true)
    }
    destination.proxy = try settings.proxies.proxy(for: origin)
    return destination
  }

  private func keep(_ exchange: Exchange) {
    guard idle.count < Self.poolSize else { return }
    exchange.clear()
    idle.append(exchange)
  }
}

extension CurlTransport {
  /// One timer looks at all exchanges: one for each would cost more than a request.
  private func inspectLater() {
    guard !isInspecting else { return }
    isInspecting = true
    loop.schedule(after: limits.inspection) { [weak self] in
      self?.assumeIsolated { $0.inspect() }
    }
  }

  private func inspect() {
    isInspecting = false
    guard !running.isEmpty else { return }
    let now = ContinuousClock.now
    for exchange in running.values where exchange.end == nil {
      guard let limit = exchange.stall.inspect(exchange.progress, now: now) else { continue }
      loop.remove(exchange)
      exchange.finish(.stalled(limit))
    }
    inspectLater()
  }
}
