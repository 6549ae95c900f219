import Testing

@testable import ProspectAPI

@Suite struct RetryPolicyTests {
  let policy = RetryPolicy()

  @Test(arguments: [408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524])
  func passingStatusesAreRepeatedForRepeatableEffects(_ status: Int) {
    for effect in Effect.allCases {
      let decision = policy.decide(
        .answered(status: status, pacing: Pacing()), effect: effect, attempt: 1, random: 0.5)
      #expect((decision != .fail) == effect.mayBeRepeated, "\(status) \(effect)")
    }
  }

  @Test(arguments: [400, 401, 403, 404, 409, 410, 422, 501, 505, 525])
  func otherStatusesAreFinal(_ status: Int) {
    for effect in Effect.allCases {
      let outcome = AttemptOutcome.answered(status: status, pacing: Pacing())
      #expect(policy.decide(outcome, effect: effect, attempt: 1, random: 0) == .fail)
    }
  }

  @Test func aLostAnswerIsRepeatedUnlessItsEffectForbids() {
    for effect in Effect.allCases {
      let decision = policy.decide(.lost(isUnsent: false), effect: effect, attempt: 1, random: 1)
      let expected: RetryDecision =
        effect.mayBeRepeated
        ? .retry(after: .milliseconds(500), onFreshConnection: true) : .fail
      #expect(decision == expected, "\(effect)")
    }
  }

  @Test(arguments: Effect.allCases)
  func whatWasCertainlyNotSentIsAlwaysRepeated(_ effect: Effect) {
    #expect(
      policy.decide(.lost(isUnsent: true), effect: effect, attempt: 4, random: 1)
        == .retry(after: .seconds(4), onFreshConnection: true))
    #expect(policy.decide(.lost(isUnsent: true), effect: effect, attempt: 5, random: 1) == .fail)
  }

  @Test func delaysDoubleUpToTheCapAndNeverOverflow() {
    var patient = policy
    patient.maximumAttempts = .max
    let delays = [1, 2, 3, 5, 6, 7, 100, 10_000, .max - 1].map { attempt in
      patient.decide(.lost(isUnsent: false), effect: .read, attempt: attempt, random: 1)
    }
    let seconds = [0.5, 1, 2, 8, 16, 20, 20, 20, 20]
    #expect(
      delays == seconds.map { .retry(after: .seconds($0), onFreshConnection: true) })
  }

  @Test func chanceReachesFromZeroToTheFullDelay() {
    let at = { (random: Double) in
      policy.decide(.lost(isUnsent: false), effect: .read, attempt: 2, random: random)
    }
    #expect(at(0) == .retry(after: .zero, onFreshConnection: true))
    #expect(at(0.25) == .retry(after: .milliseconds(250), onFreshConnection: true))
    #expect(at(7) == .retry(after: .seconds(1), onFreshConnection: true))
  }

  @Test(arguments: [0.001, 0.5, 1, 30, 120], [1, 2, 3, 4])
  func retryAfterIsNeverUndercutAndHardlyExceeded(_ seconds: Double, _ attempt: Int) {
    let asked = Duration.seconds(seconds)
    let outcome = AttemptOutcome.answered(status: 429, pacing: Pacing(wait: asked))
    for random in [0, 0.3, 1] {
      let decision = policy.decide(outcome, effect: .read, attempt: attempt, random: random)
      guard case .retry(let wait, _) = decision else {
        Issue.record("no retry")
        return
      }
      #expect(wait >= asked && wait <= asked + min(asked / 20, .seconds(1)))
    }
  }

  @Test func longWaitsSuspendAlsoOnTheLastAttempt() {
    let outcome = AttemptOutcome.answered(status: 503, pacing: Pacing(wait: .seconds(121)))
    for attempt in [1, 5] {
      #expect(
        policy.decide(outcome, effect: .keyed, attempt: attempt, random: 0)
          == .suspend(for: .seconds(121)))
    }
  }

  @Test func aCallThatIsStillInProgressIsWaitedFor() {
    let decision = policy.decide(
      .inProgress(pacing: Pacing()), effect: .keyed, attempt: 1, random: 1)
    #expect(decision == .retry(after: .seconds(1), onFreshConnection: false))
  }
}
