import Testing

@testable import ProspectSandbox

struct InstantTests {
  @Test(
    "An instant is written as ISO 8601 in UTC with milliseconds",
    arguments: [
      (0, "1970-01-01T00:00:00.000Z"), (951_782_400_000, "2000-02-29T00:00:00.000Z"),
      (1_770_110_100_007, "2026-02-03T09:15:00.007Z"), (-1, "1969-12-31T23:59:59.999Z"),
      (4_107_542_399_000, "2100-02-28T23:59:59.000Z"),
      (4_107_542_400_000, "2100-03-01T00:00:00.000Z"),
    ] as [(Int64, String)])
  func writes(milliseconds: Int64, text: String) {
    #expect(Instant(milliseconds: milliseconds).text == text)
    #expect(Instant(text: text) == Instant(milliseconds: milliseconds))
  }

  @Test(
    "Every ISO 8601 zone is read, and none means UTC",
    arguments: [
      "2026-02-03T09:15:00Z", "2026-02-03T10:15:00+01:00", "2026-02-03T04:45:00.0-0430",
      "2026-02-03T09:15:00", "2026-02-03 09:15:00z",
    ])
  func readsZones(text: String) {
    #expect(Instant(text: text)?.text == "2026-02-03T09:15:00.000Z")
  }

  @Test(
    "What is no date-time is nil",
    arguments: [
      "", "2026-02-03", "2026-13-03T09:15:00Z", "2026-02-03T25:00:00Z", "2026-02-03T09:15:00Zx",
      "yesterday", "2026-02-03T09:15:00+1",
    ])
  func refuses(text: String) {
    #expect(Instant(text: text) == nil)
  }

  @Test("A frozen clock moves only when it is turned, and never back")
  func frozenClock() {
    let clock = SandboxClock(start: Instant(milliseconds: 1000), isFrozen: true)
    clock.advance(by: .seconds(2))
    clock.advance(by: .seconds(-5))
    #expect(clock.now == Instant(milliseconds: 3000))
  }
}
