import ProspectJSON
import ProspectRuntime
import Testing

@testable import ProspectCLI

@Suite struct FailureReportTests {
  private let recipe = Recipe(source: "local a = 1\n  local b = a.x.y\n", name: "weekly.lua")

  @Test func showsPlaceMessageAndSourceLine() {
    let failure = RunFailure(.error, "attempt to index a nil value", file: "weekly.lua", line: 2)
    let report = FailureReport(failure: failure, sources: SourceBook(recipe: recipe))
    #expect(
      report.lines == [
        "error: weekly.lua:2: attempt to index a nil value",
        "  2 │ local b = a.x.y",
      ])
  }

  @Test func showsWhatTheProviderMustBeTold() {
    var failure = RunFailure(
      .provider, "prospectb2b leads.upsert: lead limit reached (status 422)", file: "weekly.lua",
      line: 1,
      hint: "raise the limit of the plan")
    failure.requestID = "req_8f2c"
    let report = FailureReport(failure: failure, sources: SourceBook(recipe: recipe))
    #expect(
      report.lines == [
        "error: weekly.lua:1: prospectb2b leads.upsert: lead limit reached (status 422)",
        "  1 │ local a = 1",
        "  request_id: req_8f2c",
        "  hint: raise the limit of the plan",
      ])
  }

  @Test func saysNothingTwice() {
    var failure = RunFailure(
      .provider, "weekly.lua:1: no such lead (status 404, request_id req_1)", file: "weekly.lua",
      line: 1)
    failure.requestID = "req_1"
    #expect(
      FailureReport(failure: failure).lines == [
        "error: weekly.lua:1: no such lead (status 404, request_id req_1)"
      ])
  }

  @Test func showsTheTracebackOnDemandOnly() {
    let failure = RunFailure(
      .error, "boom", traceback: "stack traceback:\n\tweekly.lua:3: in main chunk")
    #expect(FailureReport(failure: failure).lines == ["error: boom"])
    #expect(
      FailureReport(failure: failure, showsTraceback: true).lines == [
        "error: boom", "stack traceback:", "    weekly.lua:3: in main chunk",
      ])
  }

  @Test func letsNoRecipeSteerTheTerminal() {
    let failure = RunFailure(.error, "\u{1b}[2Jgone", hint: "\u{1b}]0;x\u{7}")
    #expect(
      FailureReport(failure: failure).lines == [
        #"error: \u{1b}[2Jgone"#, #"  hint: \u{1b}]0;x\u{7}"#,
      ])
  }

  @Test func findsTheSourceOfAModuleBesideTheRecipe() throws {
    let folder = try TemporaryFolder()
    _ = try folder.write("-- scoring\nerror 'no'\n", to: "score.lua")
    let main = try Recipe(path: try folder.write("require 'score'", to: "main.lua"))
    let book = SourceBook(recipe: main)
    #expect(book.line(2, of: "score.lua") == "error 'no'")
    #expect(book.line(9, of: "score.lua") == nil)
    #expect(book.line(1, of: "elsewhere.lua") == nil)
  }

  @Test func writesAnObjectForPrograms() throws {
    var failure = RunFailure(.credential, "no key", file: "weekly.lua", line: 1, hint: "set it")
    failure.provider = "openprospect"
    failure.status = 401
    let report = FailureReport(failure: failure, sources: SourceBook(recipe: recipe))
    #expect(
      report.json(at: Timestamp(milliseconds: 1_795_259_533_250))
        == #"{"time":"2026-11-21T11:12:13.250Z","event":"error","kind":"credential","#
        + #""message":"no key","file":"weekly.lua","line":1,"source":"local a = 1","#
        + #""provider":"openprospect","status":401,"hint":"set it"}"#)
  }
}
