extension OriginGate {
  /// Decides who may send and who waits: pure, so every order of events can be tested.
  ///
  /// Calls go in the order in which they came, also those that come again.
  struct StateMachine {
    typealias Instant = ContinuousClock.Instant

    enum Arrival: Equatable {
      case decided(Passage)
      /// It has to wait, with this ticket.
      case wait(ticket: UInt64, Obstacle)
    }

    /// Whose waiting has ended, and when to look again at the latest.
    struct Sequel: Equatable {
      struct Decision: Equatable {
        let ticket: UInt64
        let passage: Passage
      }

      var decisions: [Decision] = []
      var alarm: Instant?
    }

    private struct Waiter {
      let ticket: UInt64
      let deadline: Instant?
    }

    private let longestWait: Duration
    private var traffic: OriginTraffic
    private var breaker: CircuitBreaker
    private var quota: RetryQuota
    /// By ticket.
    private var queue: [Waiter] = []
    private var lastTicket: UInt64 = 0
    /// Those who wait were asked whether they can wait that long.
    private var known: Obstacle?

    init(_ limits: TrafficLimits) {
      longestWait = limits.longestWait
      traffic = OriginTraffic(limits)
      breaker = CircuitBreaker(limits)
      quota = RetryQuota(limits)
    }

    /// Nobody waits.
    var isEmpty: Bool { queue.isEmpty }

    /// A call wants to send a request; one that has sent before comes with its ticket.
    mutating func arrive(_ ticket: UInt64?, deadline: Instant?, now: Instant) -> Arrival {
      let ticket = ticket ?? nextTicket()
      let goesFirst = queue.first.map { ticket < $0.ticket } ?? true
      let obstacle: Obstacle
      if goesFirst {
        switch admit(ticket, now) {
        case .success(let pass): return .decided(.free(pass))
        case .failure(let blocked): obstacle = blocked.obstacle
        }
      } else {
        obstacle = known ?? Obstacle(reason: .full, until: nil)
      }
      if let refusal = refusal(deadline, obstacle, now) { return .decided(.refused(refusal)) }
      return .wait(ticket: ticket, obstacle)
    }

    /// It waits indeed.
    mutating func enqueue(_ ticket: UInt64, deadline: Instant?, now: Instant) -> Sequel {
      let place = queue.lastIndex { $0.ticket < ticket }.map { $0 + 1 } ?? 0
      queue.insert(Waiter(ticket: ticket, deadline: deadline), at: place)
      var sequel = settle(now)
      if let deadline { sequel.alarm = min(sequel.alarm ?? deadline, deadline) }
      return sequel
    }

    /// It waits no longer. False: its waiting had ended before.
    mutating func withdraw(_ ticket: UInt64) -> Bool {
      guard let index = queue.firstIndex(where: { $0.ticket == ticket }) else { return false }
      queue.remove(at: index)
      return true
    }

    /// A request has ended.
    mutating func left(
      _ pass: Pass, _ ending: Ending, now: Instant
    ) -> (sequel: Sequel, change: BreakerChange?) {
      traffic.ended(pass.serial, ending.signal, ending.quota, now: now)
      if let refund = ending.refund { quota.refill(refund) }
      let change = breaker.ended(ending.finding, isProbe: pass.isProbe, now: now)
      if case .opened = change { traffic.narrow() }
      return (settle(now), change)
    }

    /// Takes back a pass that was not used yet, when the way has been closed since; nil: it holds.
    mutating func revoke(_ pass: Pass, now: Instant) -> Sequel? {
      let isUnwell = !pass.isProbe && breaker.admission(now: now) != .go
      guard isUnwell || traffic.isClosed(now: now) else { return nil }
      return left(pass, Ending(), now: now).sequel
    }

    /// It is the time of an alarm.
    mutating func look(now: Instant) -> Sequel {
      let late = queue.filter { $0.deadline.map { $0 <= now } ?? false }
      queue.removeAll { $0.deadline.map { $0 <= now } ?? false }
      var sequel = settle(now)
      sequel.decisions += late.map { .init(ticket: $0.ticket, passage: .refused(.late)) }
      if let deadline = queue.lazy.compactMap(\.deadline).min() {
        sequel.alarm = min(sequel.alarm ?? deadline, deadline)
      }
      return sequel
    }

    /// Takes what one repetition costs; nil when too many have failed.
    mutating func takeRetry(isThrottled: Bool) -> Int? { quota.take(isThrottled: isThrottled) }

    private mutating func nextTicket() -> UInt64 {
      lastTicket += 1
      return lastTicket
    }
  }
}

extension OriginGate.StateMachine {
  private struct Blocked: Error {
    let obstacle: OriginGate.Obstacle
  }

  /// Lets those who wait go, in their order, as far as the way is free.
  private mutating func settle(_ now: Instant) -> Sequel {
    var sequel = Sequel()
    while let first = queue.first {
      switch admit(first.ticket, now) {
      case .success(let pass):
        queue.removeFirst()
        sequel.decisions.append(.init(ticket: first.ticket, passage: .free(pass)))
      case .failure(let blocked):
        refuse(blocked.obstacle, now, &sequel)
        sequel.alarm = queue.isEmpty ? nil : blocked.obstacle.until
        return sequel
      }
    }
    known = nil
    return sequel
  }

  private mutating func admit(_ ticket: UInt64, _ now: Instant) -> Result<OriginGate.Pass, Blocked>
  {
    let admission = breaker.admission(now: now)
    switch admission {
    case .go, .probe: break
    case .wait(let until): return blocked(.failing, until)
    case .refuse(let until):
      return .failure(
        Blocked(obstacle: OriginGate.Obstacle(reason: .failing, until: until, isFinal: true)))
    }
    switch traffic.admit(now: now) {
    case .closed(let until): return blocked(.closed, until)
    case .spent(let until): return blocked(.spent, until)
    case .full: return blocked(.full, nil)
    case .go(let serial):
      if admission == .probe { breaker.sendProbe() }
      return .success(
        OriginGate.Pass(ticket: ticket, serial: serial, isProbe: admission == .probe))
    }
  }

  private func blocked(
    _ reason: OriginGate.Obstacle.Reason, _ until: Instant?
  ) -> Result<OriginGate.Pass, Blocked> {
    .failure(Blocked(obstacle: OriginGate.Obstacle(reason: reason, until: until)))
  }

  /// Sends those away who cannot wait that long; asked once for each obstacle.
  private mutating func refuse(
    _ obstacle: OriginGate.Obstacle, _ now: Instant, _ sequel: inout Sequel
  ) {
    guard obstacle != known else { return }
    known = obstacle
    var patient: [Waiter] = []
    for waiter in queue {
      if let refusal = refusal(waiter.deadline, obstacle, now) {
        sequel.decisions.append(.init(ticket: waiter.ticket, passage: .refused(refusal)))
      } else {
        patient.append(waiter)
      }
    }
    queue = patient
  }

  private func refusal(
    _ deadline: Instant?, _ obstacle: OriginGate.Obstacle, _ now: Instant
  ) -> OriginGate.Refusal? {
    if let deadline, deadline <= max(now, obstacle.until ?? now) { return .late }
    guard let until = obstacle.until else { return nil }
    if obstacle.isFinal { return .failing(for: now.duration(to: until)) }
    return now.duration(to: until) > longestWait
      ? .suspended(for: now.duration(to: until)) : nil
  }
}
