import Testing

@testable import ProspectAPI

@Suite("OriginTraffic")
struct OriginTrafficTests {
  let start = ContinuousClock.now

  /// How many requests are admitted at once.
  func admitted(_ traffic: inout OriginTraffic, at time: ContinuousClock.Instant) -> Int {
    var count = 0
    while traffic.admit(now: time) == .go { count += 1 }
    return count
  }

  @Test("as many go as the way is wide, and one more for each that ends")
  func width() {
    var traffic = OriginTraffic(width: 4)
    #expect(admitted(&traffic, at: start) == 4)
    traffic.ended(.neutral, now: start)
    #expect(admitted(&traffic, at: start) == 1)
  }

  @Test("after a refusal nothing goes until the time that was asked for, then one")
  func throttled() {
    var traffic = OriginTraffic(width: 4)
    #expect(traffic.admit(now: start) == .go)
    traffic.ended(.throttled(.seconds(5)), now: start)
    #expect(traffic.admit(now: start + .seconds(4)) == .wait(until: start + .seconds(5)))
    #expect(admitted(&traffic, at: start + .seconds(5)) == 1)
  }

  @Test("each success widens the way by one, up to its full width")
  func widening() {
    var traffic = OriginTraffic(width: 4)
    _ = traffic.admit(now: start)
    traffic.ended(.throttled(.zero), now: start)
    for width in [1, 2, 4, 4] {
      let count = admitted(&traffic, at: start)
      #expect(count == width)
      for _ in 0..<count { traffic.ended(.fine, now: start) }
    }
  }

  @Test("the longest wait counts")
  func longestWait() {
    var traffic = OriginTraffic(width: 4)
    #expect(admitted(&traffic, at: start) == 4)
    for seconds in [5, 9, 2] { traffic.ended(.throttled(.seconds(seconds)), now: start) }
    #expect(traffic.admit(now: start + .seconds(8)) == .wait(until: start + .seconds(9)))
  }
}
