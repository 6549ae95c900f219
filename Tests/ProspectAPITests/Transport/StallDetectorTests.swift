import Testing

@testable import ProspectAPI

@Suite("StallDetector")
struct StallDetectorTests {
  let start = ContinuousClock.now

  func detector() -> StallDetector { StallDetector(limits: TransportLimits(), now: start) }

  func progress(
    sent: UInt64 = 0, received: UInt64 = 0, connected: Bool = true, paused: Bool = false
  ) -> StallDetector.Progress {
    .init(isConnected: connected, isPaused: paused, sent: sent, received: received)
  }

  @Test("the first byte has 30 seconds from the last byte sent")
  func firstByte() {
    var stall = detector()
    #expect(stall.inspect(progress(sent: 100), now: start + .seconds(20)) == nil)
    #expect(stall.inspect(progress(sent: 100), now: start + .seconds(49)) == nil)
    #expect(stall.inspect(progress(sent: 100), now: start + .seconds(50)) == .firstByte)
  }

  @Test("an upload that moves is not stalled")
  func upload() {
    var stall = detector()
    for second in stride(from: 20, through: 400, by: 20) {
      let moved = progress(sent: UInt64(second))
      #expect(stall.inspect(moved, now: start + .seconds(second)) == nil)
    }
  }

  @Test("an answer may rest for 60 seconds")
  func idle() {
    var stall = detector()
    #expect(stall.inspect(progress(sent: 1, received: 9), now: start) == nil)
    #expect(stall.inspect(progress(sent: 1, received: 9), now: start + .seconds(59)) == nil)
    #expect(stall.inspect(progress(sent: 1, received: 9), now: start + .seconds(60)) == .idle)
  }

  @Test("connecting has its own limit, and a slow disk is not the server's fault")
  func notTheServer() {
    var stall = detector()
    #expect(stall.inspect(progress(connected: false), now: start + .seconds(500)) == nil)
    let paused = progress(sent: 1, received: 9, paused: true)
    #expect(stall.inspect(paused, now: start + .seconds(900)) == nil)
    #expect(stall.inspect(paused, now: start + .seconds(1900)) == nil)
    #expect(stall.inspect(progress(sent: 1, received: 9), now: start + .seconds(1959)) == nil)
  }
}
