import Testing

@testable import ProspectAPI

@Suite struct PacingTests {
  /// Sun, 06 Nov 1994 08:49:37 GMT
  let instant = 784_111_777.0

  func wait(_ fields: [String: String], body: Double? = nil, now: Double? = nil) -> Duration? {
    Pacing(header: { fields[$0] }, bodySeconds: body, now: now ?? instant).wait
  }

  @Test(arguments: [
    ("0", 0.0), ("7", 7), (" 7 ", 7), ("1.5", 1.5), ("-3", 0), ("1e3", 1000),
    ("Sun, 06 Nov 1994 08:50:07 GMT", 30), ("Sunday, 06-Nov-94 08:50:07 GMT", 30),
    ("Sun Nov  6 08:50:07 1994", 30), ("Sun, 06 Nov 1994 08:00:00 GMT", 0),
  ])
  func retryAfterIsUnderstoodInAllItsForms(_ text: String, _ seconds: Double) {
    #expect(wait(["retry-after": text]) == .milliseconds(Int64(seconds * 1000)))
  }

  @Test(arguments: ["", "soon", "nan", "12 minutes", "Sun, 32 Nov 1994 08:49:37 GMT"])
  func garbageIsNoAnswer(_ text: String) {
    #expect(wait(["retry-after": text]) == nil)
  }

  @Test(arguments: ["99999999999999999999", "inf", "1e300"])
  func hugeNumbersSaturate(_ text: String) {
    #expect(wait(["retry-after": text]) == .seconds(100 * 366 * 86400))
  }

  @Test func datesAreMeasuredAgainstTheServersOwnClock() {
    let fields = [
      "retry-after": "Sun, 06 Nov 1994 08:50:07 GMT", "date": "Sun, 06 Nov 1994 08:49:37 GMT",
    ]
    #expect(wait(fields, now: instant + 5000) == .seconds(30))
  }

  @Test(arguments: ["30", "1784111807", "1784111807000"])
  func resetsAreSecondsOrUnixTimes(_ text: String) {
    #expect(wait(["x-ratelimit-reset": text], now: 1_784_111_777) == .seconds(30))
    #expect(wait(["ratelimit-reset": text], now: 1_784_111_777) == .seconds(30))
  }

  @Test func theStructuredFieldIsRead() {
    #expect(wait(["ratelimit": #""default";r=0;t=12"#]) == .seconds(12))
    #expect(wait(["ratelimit": "limit=60, remaining=0, reset=9"]) == .seconds(9))
  }

  @Test func retryAfterWinsOverTheOthersAndTheBodyComesLast() {
    let all = ["retry-after": "1", "ratelimit": "r=0;t=2", "x-ratelimit-reset": "4"]
    #expect(wait(all, body: 5) == .seconds(1))
    #expect(wait(["x-ratelimit-reset": "4"], body: 5) == .seconds(4))
    #expect(wait([:], body: 5) == .seconds(5))
    #expect(wait([:]) == nil)
  }
}
