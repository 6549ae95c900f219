import Logging
import ProspectRuntime
import Synchronization
import Testing

@testable import ProspectCLI

@Suite(.timeLimit(.minutes(1))) struct PresenterTests {
  private func console(_ output: MemorySink, _ error: MemorySink) -> Console {
    Console(input: MemorySource(), output: output, error: error)
  }

  @Test func writesEverythingInOrderBeforeItSettles() async {
    let output = MemorySink()
    let presenter = Presenter(console: console(output, MemorySink()), style: ScreenStyle())
    for number in 1...5000 { presenter.present(.print(Array("\(number)\n".utf8))) }
    await presenter.settle()
    #expect(output.text == (1...5000).map { "\($0)\n" }.joined())
  }

  @Test func takesTheLiveLineAwayWhenItSettles() async {
    let error = MemorySink(isTerminal: true)
    let presenter = Presenter(
      console: console(MemorySink(isTerminal: true), error),
      style: ScreenStyle(sharesTerminal: true, hasLiveLine: true))
    presenter.present(.progress(RunProgress(id: 1, label: "export", state: .start)))
    presenter.say(["between"])
    await presenter.settle()
    #expect(error.text.hasSuffix("between\n") || error.text.hasSuffix("\r\u{1b}[K"))
  }

  @Test func tellsOnceThatNobodyReads() async {
    let complaints = Mutex(0)
    let presenter = Presenter(
      console: console(MemorySink(room: 2), MemorySink()), style: ScreenStyle(),
      onBrokenPipe: { complaints.withLock { $0 += 1 } })
    for _ in 1...3 {
      presenter.present(.print(Array("row\n".utf8)))
      await presenter.settle()
    }
    #expect(presenter.outputIsBroken)
    #expect(complaints.withLock { $0 } == 1)
  }

  @Test func showsWhatTheRuntimeLogs() async {
    let error = MemorySink()
    let presenter = Presenter(console: console(MemorySink(), error), style: ScreenStyle())
    let logger = presenter.logger(level: LogThreshold.info.level)
    logger.warning("slow provider", metadata: ["provider": "prospectb2b"])
    logger.debug("hidden")
    await presenter.settle()
    #expect(error.text.hasSuffix("Z  warn   slow provider  provider=prospectb2b\n"))
  }
}
