import Testing

@testable import ProspectAPI

@Suite("OriginGate.StateMachine")
struct GateStateTests {
  let start = ContinuousClock.now
  var machine = OriginGate.StateMachine(.single)

  func time(_ seconds: Double) -> ContinuousClock.Instant { start + .seconds(seconds) }

  /// A call that finds the way free.
  mutating func go(_ ticket: UInt64? = nil, at seconds: Double = 0) throws -> OriginGate.Pass {
    let arrival = machine.arrive(ticket, deadline: nil, now: time(seconds))
    guard case .decided(.free(let pass)) = arrival else { throw Unexpected(arrival: arrival) }
    return pass
  }

  /// A call that has to wait; with its ticket.
  @discardableResult
  mutating func queue(
    _ ticket: UInt64? = nil, deadline: Double? = nil, at seconds: Double = 0
  ) throws -> UInt64 {
    let deadline = deadline.map { time($0) }
    let arrival = machine.arrive(ticket, deadline: deadline, now: time(seconds))
    guard case .wait(let ticket, _) = arrival else { throw Unexpected(arrival: arrival) }
    _ = machine.enqueue(ticket, deadline: deadline, now: time(seconds))
    return ticket
  }

  struct Unexpected: Error { let arrival: OriginGate.StateMachine.Arrival }

  mutating func leave(
    _ pass: OriginGate.Pass, _ signal: OriginTraffic.Signal = .fine,
    _ finding: CircuitBreaker.Finding = .well, at seconds: Double = 0
  ) -> OriginGate.StateMachine.Sequel {
    machine.left(pass, .init(signal: signal, finding: finding), now: time(seconds)).sequel
  }

  @Test("calls go in the order in which they came")
  mutating func order() throws {
    var pass = try go()
    let tickets = [try queue(), try queue(), try queue()]
    for ticket in tickets {
      let decisions = leave(pass).decisions
      #expect(decisions.map(\.ticket) == [ticket])
      guard case .free(let next) = decisions.first?.passage else { return }
      pass = next
    }
  }

  @Test("a call that was refused by the provider keeps its place")
  mutating func throttledFirst() throws {
    let pass = try go()
    let later = [try queue(), try queue()]
    let sequel = leave(pass, .throttled(.seconds(3)))
    #expect(sequel.decisions.isEmpty && sequel.alarm == time(3))
    try queue(pass.ticket)
    let decisions = machine.look(now: time(3)).decisions
    #expect(decisions.map(\.ticket) == [pass.ticket])
    #expect(later.allSatisfy { $0 > pass.ticket })
  }

  @Test("a pass that was not used yet is taken back when the provider says to wait")
  mutating func revocation() throws {
    machine = OriginGate.StateMachine(TrafficLimits())
    let (first, second) = (try go(), try go())
    #expect(machine.revoke(second, now: start) == nil)
    _ = leave(first, .throttled(.seconds(3)))
    #expect(machine.revoke(second, now: time(1)) != nil)
    try queue(second.ticket, at: 1)
    #expect(machine.look(now: time(3)).decisions.map(\.ticket) == [second.ticket])
  }

  @Test("a newcomer does not overtake those who wait, even when the way has just become free")
  mutating func newcomer() throws {
    let pass = try go()
    _ = leave(pass, .throttled(.seconds(3)))
    let first = try queue(at: 1)
    guard case .wait = machine.arrive(nil, deadline: nil, now: time(4)) else {
      Issue.record("it went past \(first)")
      return
    }
  }

  @Test("who cannot wait that long hears it at once")
  mutating func deadlines() throws {
    let pass = try go()
    let short = try queue(deadline: 2)
    let long = try queue(deadline: 9)
    let sequel = leave(pass, .throttled(.seconds(3)))
    #expect(sequel.decisions == [.init(ticket: short, passage: .refused(.late))])
    #expect(machine.arrive(nil, deadline: time(3), now: time(1)) == .decided(.refused(.late)))
    #expect(machine.look(now: time(3)).decisions.map(\.ticket) == [long])
  }

  @Test("a deadline that passes behind others ends the wait")
  mutating func expiry() throws {
    _ = try go()
    let ticket = try queue(deadline: 2)
    #expect(machine.look(now: time(1)).alarm == time(2))
    #expect(
      machine.look(now: time(2)).decisions == [.init(ticket: ticket, passage: .refused(.late))])
    #expect(machine.isEmpty)
  }

  @Test("nobody waits silently for more than two minutes: not those who wait, not those who come")
  mutating func suspension() throws {
    let pass = try go()
    let ticket = try queue()
    let sequel = leave(pass, .throttled(.seconds(122)))
    #expect(
      sequel.decisions
        == [.init(ticket: ticket, passage: .refused(.suspended(for: .seconds(122))))])
    #expect(
      machine.arrive(nil, deadline: nil, now: time(0.5))
        == .decided(.refused(.suspended(for: .seconds(121.5)))))
    try queue(at: 1)
  }

  @Test("a cancelled call makes room for the next")
  mutating func withdrawal() throws {
    let pass = try go()
    let first = try queue()
    let second = try queue()
    #expect(machine.withdraw(first) == true)
    #expect(machine.withdraw(first) == false)
    #expect(leave(pass).decisions.map(\.ticket) == [second])
  }

  @Test("an open breaker lets one probe go; when two have failed everybody is refused")
  mutating func breaker() throws {
    var pass = try go()
    for _ in 0..<4 { try queue() }
    for _ in 0..<4 {
      let sequel = leave(pass, .neutral, .failed)
      #expect(sequel.decisions.count == 1)
      guard case .free(let next) = sequel.decisions.first?.passage else { return }
      try queue(pass.ticket)
      pass = next
    }
    #expect(leave(pass, .neutral, .failed).alarm == time(5))
    for (now, rest) in [(5.0, 10.0), (15, 20)] {
      let probe = machine.look(now: time(now)).decisions
      #expect(probe.count == 1)
      guard case .free(let pass) = probe.first?.passage else { return }
      #expect(pass.isProbe)
      let refused = leave(pass, .neutral, .failed, at: now).decisions
      #expect(refused.count == (rest == 10 ? 0 : 2))
      #expect(refused.allSatisfy { $0.passage == .refused(.failing(for: .seconds(rest))) })
    }
    #expect(machine.isEmpty)
  }
}

extension TrafficLimits {
  fileprivate static var single: TrafficLimits {
    var limits = TrafficLimits()
    limits.width = 1
    return limits
  }
}
