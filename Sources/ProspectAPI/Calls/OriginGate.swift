/// Where requests to one origin wait until they may be sent; shared by all tasks.
actor OriginGate {
  /// How waiting ended.
  enum Passage {
    case free
    case cancelled
    case late
  }

  nonisolated let loop: HostLoop
  nonisolated var unownedExecutor: UnownedSerialExecutor { loop.asUnownedSerialExecutor() }

  private struct Waiter {
    let ticket: UInt64
    let attempts: Int
    let deadline: LoopTimer?
    let continuation: CheckedContinuation<Passage, Never>

    func leave(_ passage: Passage) {
      deadline?.cancel()
      continuation.resume(returning: passage)
    }
  }

  private var traffic: OriginTraffic
  private var waiters: [Waiter] = []
  private var lastTicket: UInt64 = 0
  private var alarm: ContinuousClock.Instant?

  /// - Parameter width: how many requests may be under way at once.
  init(loop: HostLoop, width: Int) {
    self.loop = loop
    traffic = OriginTraffic(width: width)
  }

  /// Waits until a request may be sent. After `.free` the caller owes one `leave`.
  ///
  /// - Parameter attempts: how many requests the call has sent before. Those with more go first: they have fewer left.
  func enter(attempts: Int, deadline: ContinuousClock.Instant?) async -> Passage {
    if waiters.isEmpty, traffic.admit(now: .now) == .go { return .free }
    lastTicket += 1
    let ticket = lastTicket
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let place = waiters.lastIndex { $0.attempts >= attempts }.map { $0 + 1 } ?? 0
        let timer = deadline.map { later($0) { $0.dismiss(ticket, .late) } }
        waiters.insert(
          Waiter(ticket: ticket, attempts: attempts, deadline: timer, continuation: continuation),
          at: place)
        if Task.isCancelled { return dismiss(ticket, .cancelled) }
        admitWaiters()
      }
    } onCancel: {
      loop.onThread { _ in self.assumeIsolated { $0.dismiss(ticket, .cancelled) } }
    }
  }

  /// Says how a request ended, so that others may go.
  func leave(_ signal: OriginTraffic.Signal) {
    traffic.ended(signal, now: .now)
    admitWaiters()
  }

  private func admitWaiters() {
    while !waiters.isEmpty {
      switch traffic.admit(now: .now) {
      case .go: waiters.removeFirst().leave(.free)
      case .wait(let until):
        if let until { setAlarm(until) }
        return
      }
    }
  }

  private func dismiss(_ ticket: UInt64, _ passage: Passage) {
    guard let index = waiters.firstIndex(where: { $0.ticket == ticket }) else { return }
    waiters.remove(at: index).leave(passage)
  }

  /// One alarm is enough, for the latest time: what comes earlier would find the gate closed.
  private func setAlarm(_ time: ContinuousClock.Instant) {
    guard alarm.map({ $0 < time }) ?? true else { return }
    alarm = time
    later(time) { gate in
      if gate.alarm == time { gate.alarm = nil }
      gate.admitWaiters()
    }
  }

  @discardableResult
  private func later(
    _ time: ContinuousClock.Instant, _ body: @escaping @Sendable (isolated OriginGate) -> Void
  ) -> LoopTimer {
    loop.schedule(at: time) { [weak self] in self?.assumeIsolated { body($0) } }
  }
}
