import Testing

@testable import ProspectAPI

@Suite("OriginTraffic")
struct OriginTrafficTests {
  let start = ContinuousClock.now
  var traffic = OriginTraffic(.narrow)

  /// The numbers of the requests that are admitted at once.
  mutating func admitted(at seconds: Double) -> [UInt64] {
    var serials: [UInt64] = []
    while case .go(let serial) = traffic.admit(now: start + .seconds(seconds)) {
      serials.append(serial)
    }
    return serials
  }

  mutating func end(
    _ serial: UInt64, _ signal: OriginTraffic.Signal = .fine, left: Int? = nil,
    reset: Double = 10, at seconds: Double
  ) {
    let quota = left.map { RateQuota(remaining: $0, reset: .seconds(reset)) }
    traffic.ended(serial, signal, quota, now: start + .seconds(seconds))
  }

  @Test("as many go as the way is wide, and one more for each that ends")
  mutating func width() {
    #expect(admitted(at: 0) == [1, 2, 3, 4])
    #expect(traffic.admit(now: start) == .full)
    end(2, .neutral, at: 0)
    #expect(admitted(at: 0) == [5])
  }

  @Test("after a refusal nothing goes until the time that was asked for, then one")
  mutating func throttled() {
    #expect(admitted(at: 0) == [1, 2, 3, 4])
    for serial in 1...4 { end(UInt64(serial), .throttled(.seconds(5)), at: 0) }
    #expect(traffic.admit(now: start + .seconds(4.999)) == .closed(until: start + .seconds(5)))
    #expect(admitted(at: 5) == [5])
  }

  @Test("each success widens the way by one, up to its full width")
  mutating func widening() {
    #expect(traffic.admit(now: start) == .go(serial: 1))
    end(1, .throttled(.zero), at: 0)
    for width in [1, 2, 4, 4] {
      let serials = admitted(at: 0)
      #expect(serials.count == width)
      for serial in serials { end(serial, at: 0) }
    }
  }

  @Test("the longest wait counts")
  mutating func longestWait() {
    #expect(admitted(at: 0).count == 4)
    for (serial, seconds) in [5.0, 9, 2].enumerated() {
      end(UInt64(serial + 1), .throttled(.seconds(seconds)), at: 0)
    }
    #expect(traffic.admit(now: start + .seconds(8)) == .closed(until: start + .seconds(9)))
  }

  @Test("what is under way is taken off the quota that an answer tells")
  mutating func quota() {
    #expect(admitted(at: 0) == [1, 2, 3, 4])
    end(1, left: 4, at: 0)
    #expect(admitted(at: 0) == [5], "three are under way, and may not have counted yet")
    end(5, left: 1, at: 0)
    end(2, left: 3, at: 0)
    end(3, left: 2, at: 0)
    end(4, left: 2, at: 0)
    #expect(admitted(at: 0) == [6])
    #expect(traffic.admit(now: start) == .spent(until: start + .seconds(10)))
  }

  @Test("answers that overtake each other do not overdraw the quota, and waste none of it")
  mutating func overtaking() {
    #expect(admitted(at: 0) == [1, 2, 3, 4])
    for (serial, left) in [(4, 1), (1, 4), (2, 3), (3, 2)] {
      end(UInt64(serial), left: left, at: 0)
    }
    #expect(admitted(at: 0) == [5])
  }

  @Test("a later answer counts also when it leaves more: the quota may fill up by itself")
  mutating func refill() {
    #expect(traffic.admit(now: start) == .go(serial: 1))
    end(1, left: 1, at: 0)
    #expect(admitted(at: 1) == [2])
    end(2, left: 3, at: 1)
    #expect(admitted(at: 1) == [3, 4, 5])
  }

  @Test("when the quota begins anew one goes first, and its answer tells how many may follow")
  mutating func scout() {
    #expect(traffic.admit(now: start) == .go(serial: 1))
    end(1, left: 0, at: 0)
    #expect(traffic.admit(now: start + .seconds(9)) == .spent(until: start + .seconds(10)))
    #expect(admitted(at: 10) == [2])
    #expect(traffic.admit(now: start + .seconds(11)) == .spent(until: nil))
    end(2, left: 2, at: 11)
    #expect(admitted(at: 11) == [3, 4])
  }

  @Test("a scout that learns nothing opens the way")
  mutating func silentScout() {
    #expect(traffic.admit(now: start) == .go(serial: 1))
    end(1, left: 0, at: 0)
    #expect(admitted(at: 10) == [2])
    end(2, .neutral, at: 10)
    #expect(admitted(at: 10).count == 4)
  }

  @Test("an answer to what was sent before the scout does not open the way")
  mutating func lateAnswer() {
    #expect(admitted(at: 0) == [1, 2, 3, 4])
    for serial in 1...3 { end(UInt64(serial), left: 1, at: 0) }
    #expect(admitted(at: 10) == [5])
    end(4, left: 50, at: 10)
    #expect(traffic.admit(now: start + .seconds(10)) == .spent(until: nil))
    end(5, left: 1, at: 10)
    #expect(admitted(at: 10) == [6])
  }

  @Test("a quota that begins anew after longer than anybody waits is left to the provider")
  mutating func distantReset() {
    #expect(traffic.admit(now: start) == .go(serial: 1))
    end(1, left: 0, reset: 3600, at: 0)
    #expect(admitted(at: 0).count == 4)
  }
}

extension TrafficLimits {
  fileprivate static var narrow: TrafficLimits {
    var limits = TrafficLimits()
    limits.width = 4
    return limits
  }
}
