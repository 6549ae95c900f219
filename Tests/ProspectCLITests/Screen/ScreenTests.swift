import ProspectRuntime
import Testing

@testable import ProspectCLI

@Suite struct ScreenTests {
  private let terminal = ScreenStyle(sharesTerminal: true, hasLiveLine: true)
  private let started = RunProgress(id: 1, label: "export", state: .start)

  private func log(_ level: LogThreshold, _ message: String) -> LogLine {
    LogLine(level: level.level, message: message)
  }

  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  @Test func keepsOutputUntilTheRunWaits() {
    var screen = Screen(style: ScreenStyle())
    #expect(screen.print(bytes("a\n")) == [])
    #expect(screen.print(bytes("b\n")) == [])
    #expect(screen.flush() == [.output(bytes("a\nb\n"))])
    #expect(screen.flush() == [])
  }

  @Test func writesAFullBlockAtOnce() {
    var screen = Screen(style: ScreenStyle())
    let block = [UInt8](repeating: 65, count: Screen.blockSize)
    #expect(screen.print(block) == [.output(block)])
  }

  @Test func keepsTheOrderOfOutputAndLogs() {
    var screen = Screen(style: ScreenStyle())
    _ = screen.print(bytes("first\n"))
    #expect(
      screen.log(log(.info, "second"), at: Timestamp(milliseconds: 0)) == [
        .output(bytes("first\n")), .error("1970-01-01T00:00:00.000Z  info   second\n"),
      ])
  }

  @Test func erasesTheLiveLineBeforeOutputAndDrawsItAgain() {
    var screen = Screen(style: terminal)
    _ = screen.progress(started, elapsed: .zero, at: .now)
    #expect(screen.redraw(elapsed: .zero, columns: 80) == [.error("\rexport: 0 s\u{1b}[K")])
    _ = screen.print(bytes("row\n"))
    #expect(screen.flush() == [.error("\r\u{1b}[K"), .output(bytes("row\n"))])
    #expect(screen.lacksLiveLine)
    #expect(screen.redraw(elapsed: .seconds(1), columns: 80) == [.error("\rexport: 1 s\u{1b}[K")])
  }

  @Test func drawsNoLiveLineBehindAnUnfinishedLineOfOutput() {
    var screen = Screen(style: terminal)
    _ = screen.progress(started, elapsed: .zero, at: .now)
    _ = screen.print(bytes("partial"))
    _ = screen.flush()
    #expect(screen.redraw(elapsed: .zero, columns: 80) == [])
    #expect(screen.say(["note"]) == [.error("\nnote\n")])
    #expect(screen.redraw(elapsed: .zero, columns: 80) == [.error("\rexport: 0 s\u{1b}[K")])
  }

  @Test func writesTheLiveLineOnlyWhenItChanged() {
    var screen = Screen(style: terminal)
    _ = screen.progress(started, elapsed: .zero, at: .now)
    _ = screen.redraw(elapsed: .milliseconds(100), columns: 80)
    #expect(screen.redraw(elapsed: .milliseconds(900), columns: 80) == [])
    #expect(screen.isAnimated)
  }

  @Test func leavesACleanTerminal() {
    var screen = Screen(style: terminal)
    _ = screen.progress(started, elapsed: .zero, at: .now)
    _ = screen.redraw(elapsed: .zero, columns: 80)
    #expect(screen.finish() == [.error("\r\u{1b}[K")])
    #expect(!screen.isAnimated)
  }

  @Test func erasesNothingOnATerminalThatStdoutDoesNotShare() {
    var screen = Screen(style: ScreenStyle(hasLiveLine: true))
    _ = screen.progress(started, elapsed: .zero, at: .now)
    _ = screen.redraw(elapsed: .zero, columns: 80)
    _ = screen.print(bytes("row\n"))
    #expect(screen.flush() == [.output(bytes("row\n"))])
  }

  @Test func tellsAPipeInPlainLines() {
    var screen = Screen(style: ScreenStyle())
    #expect(screen.progress(started, elapsed: .zero, at: .now) == [.error("export: started\n")])
    #expect(screen.redraw(elapsed: .zero, columns: 80) == [])
  }

  @Test func showsNoLineBelowTheThreshold() {
    var screen = Screen(style: ScreenStyle(threshold: LogThreshold.warn.level))
    #expect(screen.log(log(.info, "hidden"), at: .now) == [])
    #expect(screen.log(log(.error, "seen"), at: .now) != [])
  }

  @Test func quietHidesProgress() {
    var screen = Screen(style: ScreenStyle(isQuiet: true))
    #expect(screen.progress(started, elapsed: .zero, at: .now) == [])
  }

  @Test func writesJSONLinesWhenAsked() {
    var screen = Screen(style: ScreenStyle(format: .json))
    let time = Timestamp(milliseconds: 0)
    #expect(
      screen.log(log(.info, "hi"), at: time)
        == [.error(JSONLine.log(log(.info, "hi"), at: time) + "\n")])
    #expect(
      screen.progress(started, elapsed: .zero, at: time)
        == [.error(JSONLine.progress(started, at: time) + "\n")])
  }
}
