import Testing

@testable import ProspectSandbox

struct RateWindowTests {
  @Test("Calls leave the window one minute after they came, second by second")
  func rolls() {
    var window = RateWindow()
    func remaining(_ second: Int64) -> Int {
      window.admit(limit: 3, at: Instant(milliseconds: second * 1000)).remaining
    }
    #expect([0, 30, 59].map(remaining) == [2, 1, 0])
    let refused = window.admit(limit: 3, at: Instant(milliseconds: 59_999))
    #expect((refused.retryAfter, refused.reset) == (1, 60))
    #expect([60, 90].map(remaining) == [0, 0])
    #expect(remaining(10_000) == 2)
  }
}
