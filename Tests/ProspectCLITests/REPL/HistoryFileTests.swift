import Testing

@testable import ProspectCLI

@Suite struct HistoryFileTests {
  @Test func liesInTheStateFolder() throws {
    let folder = try TemporaryFolder()
    #expect(
      HistoryFile.path(environment: ["XDG_STATE_HOME": folder.path, "HOME": "/nowhere"])
        == folder.path + "/prospect-run/history")
    #expect(
      HistoryFile.path(environment: ["HOME": folder.path])
        == folder.path + "/.local/state/prospect-run/history")
  }

  @Test func isNowhereWithoutAHome() {
    #expect(HistoryFile.path(environment: [:]) == nil)
    #expect(HistoryFile.path(environment: ["HOME": "relative"]) == nil)
    #expect(HistoryFile.path(environment: ["HOME": "/proc/no/home"]) == nil)
  }
}
