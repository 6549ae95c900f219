import Testing

@testable import ProspectAPI

@Suite struct PacingTests {
  /// Sun, 06 Nov 1994 08:49:37 GMT
  let instant = 784_111_777.0

  func wait(
    _ fields: [String: String], status: Int = 429, body: Double? = nil, now: Double? = nil
  ) -> Duration? {
    Pacing(status: status, header: { fields[$0] }, bodySeconds: body, now: now ?? instant).wait
  }

  @Test(arguments: [
    ("0", 0.0), ("7", 7), (" 7 ", 7), ("1.5", 1.5), ("-3", 0), ("1e3", 1000), ("2, 9, 4", 9),
    ("Sun, 06 Nov 1994 08:50:07 GMT", 30), ("Sunday, 06-Nov-94 08:50:07 GMT", 30),
    ("Sun Nov  6 08:50:07 1994", 30), ("Sun, 06 Nov 1994 08:00:00 GMT", 0),
  ])
  func retryAfterIsUnderstoodInAllItsForms(_ text: String, _ seconds: Double) {
    #expect(wait(["retry-after": text]) == .milliseconds(Int64(seconds * 1000)))
  }

  @Test(arguments: [
    "", "soon", "nan", "inf", "0x10", "12 minutes", "3, soon", "e", "-", "1970-01-01",
    "Sun, 32 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 25:49:37 GMT",
    "Sun, 06 Foo 1994 08:49:37 GMT",
  ])
  func garbageIsNoAnswer(_ text: String) {
    #expect(wait(["retry-after": text]) == nil)
    #expect(wait(["retry-after": text, "x-ratelimit-reset": "4"]) == .seconds(4))
  }

  @Test(arguments: ["99999999999999999999", "1e300", "1e999", "9999999999999999999999999, 3"])
  func hugeNumbersSaturate(_ text: String) {
    #expect(wait(["retry-after": text]) == .seconds(100 * 366 * 86400))
  }

  @Test(arguments: [-86400.0, -5000, 0, 5000, 86400])
  func datesAreMeasuredAgainstTheServersOwnClock(_ skew: Double) {
    let fields = [
      "retry-after": "Sun, 06 Nov 1994 08:50:07 GMT", "date": "Sun, 06 Nov 1994 08:49:37 GMT",
    ]
    #expect(wait(fields, now: instant + skew) == .seconds(30))
    let reset = ["x-ratelimit-reset": "1784111807", "date": "Wed, 15 Jul 2026 10:36:17 GMT"]
    #expect(wait(reset, now: 1_784_111_777 + skew) == .seconds(30))
  }

  @Test func aDateThatIsGarbageLeavesTheLocalClock() {
    let fields = ["retry-after": "Sun, 06 Nov 1994 08:50:07 GMT", "date": "yesterday"]
    #expect(wait(fields) == .seconds(30))
  }

  @Test(
    arguments: ["30", "30.0", "1784111807", "1784111807000", "30, 60", "30;w=60"],
    ["ratelimit-reset", "x-ratelimit-reset", "x-rate-limit-reset"])
  func resetsAreSecondsOrUnixTimes(_ text: String, _ field: String) {
    #expect(wait([field: text], now: 1_784_111_777) == .seconds(30))
  }

  @Test(arguments: ["-5", "1000000000", "0"])
  func resetsInThePastAreNow(_ text: String) {
    #expect(wait(["x-ratelimit-reset": text], now: 1_784_111_777) == .zero)
  }

  @Test(arguments: [
    (#""default";r=0;t=12"#, 0, 12), ("limit=60, remaining=0, reset=9", 0, 9),
    (#""burst";r=3;t=1, "daily";r=0;t=40"#, 0, 40), (#""a";r=0;t=5, "b";r=0;t=7;pk=:x:"#, 0, 7),
    (" limit=10 , Remaining=4 , RESET=2 ", 4, 2), (#""default"; r=50; t=30"#, 50, 30),
  ])
  func theStructuredFieldIsRead(_ text: String, _ remaining: Int, _ seconds: Int) {
    let quota = RateQuota(field: { ["ratelimit": text][$0] }, clock: 0)
    #expect(quota == RateQuota(remaining: remaining, reset: .seconds(seconds)))
  }

  @Test(arguments: ["", "soon", "r=many;t=x", "limit=100"])
  func aStructuredFieldWithoutNumbersSaysNothing(_ text: String) {
    #expect(RateQuota(field: { ["ratelimit": text][$0] }, clock: 0) == nil)
  }

  @Test func retryAfterWinsOverTheOthersAndTheBodyComesLast() {
    let all = [
      "retry-after": "1", "ratelimit": "r=0;t=2", "ratelimit-reset": "3", "x-ratelimit-reset": "4",
    ]
    #expect(wait(all, body: 5) == .seconds(1))
    let order = ["retry-after", "ratelimit", "ratelimit-reset", "x-ratelimit-reset"]
    for (index, expected) in [2, 3, 4, 5].enumerated() {
      let left = all.filter { !order[...index].contains($0.key) }
      #expect(wait(left, body: 5) == .seconds(expected))
    }
    #expect(wait([:]) == nil)
  }

  @Test func aQuotaThatIsNotUsedUpIsNoReasonToWait() {
    let fields = ["x-ratelimit-remaining": "41", "x-ratelimit-reset": "3000"]
    #expect(wait(fields, status: 500) == nil)
    #expect(wait(fields, status: 503, body: 2) == .seconds(2))
    #expect(wait(fields, status: 429) == .seconds(3000))
    let spent = fields.merging(["x-ratelimit-remaining": "0"]) { $1 }
    #expect(wait(spent, status: 500) == .seconds(3000))
  }
}

@Suite struct UTCTimeTests {
  @Test(arguments: [
    (0.0, "1970-01-01T00:00:00Z"), (784_111_777, "1994-11-06T08:49:37Z"),
    (951_782_400, "2000-02-29T00:00:00Z"), (1_784_111_776.2, "2026-07-15T10:36:17Z"),
    (-5, "1970-01-01T00:00:00Z"),
  ])
  func momentsAreWrittenInUTCAndRoundedUp(_ seconds: Double, _ text: String) {
    #expect(UTCTime.text(seconds) == text)
  }
}
