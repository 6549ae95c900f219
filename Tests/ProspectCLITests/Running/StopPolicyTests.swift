import Testing

@testable import ProspectCLI

@Suite struct StopPolicyTests {
  @Test func isGracefulOnceAndThenQuick() {
    var policy = StopPolicy()
    #expect(policy.take(.terminate) == .gracefully)
    #expect(policy.take(.interrupt) == .atOnce)
    #expect(policy.first == .terminate)
    #expect(StopSignal.terminate.exitStatus == 143)
    #expect(StopSignal.interrupt.exitStatus == 130)
  }
}
