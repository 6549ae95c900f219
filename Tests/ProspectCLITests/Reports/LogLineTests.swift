import ProspectJSON
import ProspectRuntime
import Testing

@testable import ProspectCLI

@Suite struct LogLineTests {
  @Test func setsFieldsBehindTheMessage() {
    let line = LogLine(
      level: LogThreshold.info.level, message: "matches",
      fields: [
        "total": .integer(42), "note": .string("two words"), "code": .string("FR"), "none": .null,
      ])
    #expect(line.text == #"info   matches  total=42 note="two words" code=FR none=null"#)
  }

  @Test func namesLevelsAsRecipesDo() {
    let line = LogLine(level: LogThreshold.warn.level, message: "careful\u{7}")
    #expect(line.text == #"warn   careful\u{7}"#)
    #expect(
      JSONLine.log(line, at: Timestamp(milliseconds: 0))
        == #"{"time":"1970-01-01T00:00:00.000Z","event":"log","level":"warn","#
        + #""message":"careful\u0007"}"#
    )
  }

  @Test func tellsProgramsHowFarAJobHasGot() {
    let progress = RunProgress(
      id: 3, label: "export", state: .update, done: 5, total: 9, note: "ready")
    #expect(
      JSONLine.progress(progress, at: Timestamp(milliseconds: 0))
        == #"{"time":"1970-01-01T00:00:00.000Z","event":"progress","id":3,"label":"export","#
        + #""state":"update","done":5,"total":9,"note":"ready"}"#)
  }
}
