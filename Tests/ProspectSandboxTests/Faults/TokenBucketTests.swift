import Testing

@testable import ProspectSandbox

struct TokenBucketTests {
  @Test("Who keeps to what it is told gets the whole rate, and undercuts nothing")
  func throughput() {
    var bucket = TokenBucket(
      TokenBucket.Terms(rate: 10, burst: 10, lasting: nil), at: Instant(milliseconds: 0))
    var now: Int64 = 0
    while now < 60_000 {
      let reading = bucket.admit(at: Instant(milliseconds: now))
      now += reading.retryAfter.map { $0 * 1000 } ?? 1
    }
    #expect(bucket.undercuts == 0)
    // The burst at the start, then ten a second.
    #expect((590...610).contains(bucket.admitted))
  }

  @Test("What was under way with the first refusal is no undercut; what comes later is")
  func undercuts() {
    var bucket = TokenBucket(
      TokenBucket.Terms(rate: 1, burst: 1, lasting: nil), at: Instant(milliseconds: 0))
    let times: [Int64] = [0, 0, 250, 251, 999, 1999]
    for time in times { _ = bucket.admit(at: Instant(milliseconds: time)) }
    #expect(bucket.undercuts == 2)
    #expect((bucket.admitted, bucket.refused) == (2, 4))
  }
}
