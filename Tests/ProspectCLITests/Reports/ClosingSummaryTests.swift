import ProspectRuntime
import Testing

@testable import ProspectCLI

@Suite struct ClosingSummaryTests {
  @Test func sumsUpARunThatCalledProviders() {
    let summary = RunSummary(
      calls: 2034, attempts: 2037, retries: 3, waited: .seconds(2), duration: .milliseconds(4200))
    let closing = ClosingSummary(
      name: "weekly.lua", result: RunResult(status: .succeeded, summary: summary))
    #expect(
      closing.text == "weekly.lua: succeeded in 4.2 s (2.0 s waiting), 2,034 calls, 3 retries")
  }

  @Test func saysHowLongCallsWereHeldBack() {
    let summary = RunSummary(
      calls: 2, attempts: 3, retries: 1, heldBack: .milliseconds(4200), duration: .seconds(1))
    let closing = ClosingSummary(
      name: "w.lua", result: RunResult(status: .succeeded, summary: summary))
    #expect(closing.text == "w.lua: succeeded in 1.0 s, 2 calls, 1 retry, 4.2 s held back")
    #expect(closing.json(at: Timestamp(milliseconds: 0)).contains(#""held_back":4.2"#))
  }

  @Test func saysThatTheRunFailed() {
    let result = RunResult(
      status: .failed(RunFailure(.provider, "no")), summary: RunSummary(calls: 1, retries: 1))
    #expect(
      ClosingSummary(name: "w.lua", result: result).text
        == "w.lua: failed after 0.0 s, 1 call, 1 retry")
  }

  @Test func saysWhatWasSpent() {
    let result = RunResult(
      status: .succeeded, summary: RunSummary(calls: 4, credits: 1234, duration: .seconds(2)))
    let closing = ClosingSummary(name: "w.lua", result: result)
    #expect(closing.text == "w.lua: succeeded in 2.0 s, 4 calls, 1,234 credits spent")
  }

  @Test func staysSilentAboutARunThatCalledNobody() {
    #expect(ClosingSummary(name: "w.lua", result: RunResult(status: .succeeded)).text == nil)
  }
}
