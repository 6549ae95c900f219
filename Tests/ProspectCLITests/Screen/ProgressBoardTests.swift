import ProspectRuntime
import Testing

@testable import ProspectCLI

@Suite struct ProgressBoardTests {
  private func notice(
    _ state: RunProgress.State, id: Int = 1, done: Int = 0, total: Int? = nil, note: String? = nil
  ) -> RunProgress {
    RunProgress(
      id: id, label: id == 1 ? "export" : "upsert", state: state, done: done, total: total,
      note: note)
  }

  @Test func tellsTheLifeOfAJob() {
    var board = ProgressBoard()
    #expect(board.apply(notice(.start), at: .zero) == "export: started")
    #expect(
      board.apply(notice(.update, note: "pending"), at: .milliseconds(200))
        == "export: pending, 0 s")
    #expect(
      board.apply(notice(.update, done: 120, total: 2000), at: .seconds(5))
        == "export: pending, 120 of 2,000 (6 %), 5 s")
    #expect(
      board.apply(notice(.end, done: 2000, note: "ready"), at: .seconds(12))
        == "export: ready after 12 s, 2,000")
    #expect(board.isEmpty)
  }

  @Test func saysAtMostOneThingASecondAboutAJob() {
    var board = ProgressBoard()
    _ = board.apply(notice(.start), at: .zero)
    let said = (1...250).compactMap { tick in
      board.apply(notice(.update, done: tick), at: .milliseconds(tick * 10))
    }
    #expect(said == ["export: 100, 1 s", "export: 200, 2 s"])
  }

  @Test func tellsJobsApart() {
    var board = ProgressBoard()
    _ = board.apply(notice(.start), at: .zero)
    _ = board.apply(notice(.start, id: 2), at: .seconds(1))
    _ = board.apply(notice(.update, id: 2, done: 7), at: .seconds(2))
    #expect(board.line(at: .seconds(3), columns: 80) == "export: 3 s │ upsert: 7, 2 s")
    #expect(board.line(at: .seconds(3), columns: 12) == "export: 3 s…")
    _ = board.apply(notice(.end), at: .seconds(3))
    #expect(board.jobs.map(\.label) == ["upsert"])
  }

  @Test func takesAnUpdateForAJobItNeverSawBegin() {
    var board = ProgressBoard()
    #expect(board.apply(notice(.update, note: "ready"), at: .seconds(9)) == "export: ready, 0 s")
  }
}
