import Foundation
import ProspectJSON
import Testing

@testable import ProspectCLI

/// The program behind pipes, as scripts and cron use it.
@Suite(.serialized, .timeLimit(.minutes(2))) struct ScriptTests {
  @Test func runsAFileWithItsArguments() async throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("print(..., arg[2])", to: "args.lua")
    let ended = try await Program.run([file, "--help", "sandbox"])
    #expect(ended == Program.Ended(status: 0, output: "--help\tsandbox\n", error: ""))
  }

  @Test(arguments: [[], ["--trusted"]])
  func evaluatesCode(options: [String]) async throws {
    let ended = try await Program.run(options + ["-e", "print(1 + 1)"])
    #expect(ended == Program.Ended(status: 0, output: "2\n", error: ""))
  }

  /// As some supervisors start programs: what is opened next gets the numbers of the streams.
  @Test(arguments: ["<&-", ">&-", "2>&-", "<&- >&-", ">&- 2>&-", "<&- >&- 2>&-"])
  func worksWithoutItsStreams(closing streams: String) async throws {
    let folder = try TemporaryFolder()
    let status = try await offThePool {
      let shell = Process()
      shell.executableURL = URL(filePath: "/bin/sh")
      shell.arguments = [
        "-c", "exec \"$0\" --quiet -e 'files.write(\"done\", \"x\")' \(streams)",
        URL(filePath: ChildProcess.program).path,
      ]
      shell.currentDirectoryURL = URL(filePath: folder.path)
      try shell.run()
      shell.waitUntilExit()
      return shell.terminationStatus
    }
    #expect(status == 0 && folder.text(of: "out/done") == "x")
  }

  @Test(arguments: [[], ["-"]])
  func readsTheRecipeFromStandardInput(words: [String]) async throws {
    let ended = try await Program.run(words, input: "#!/usr/bin/env prospect-run\nprint 'piped'")
    #expect(ended == Program.Ended(status: 0, output: "piped\n", error: ""))
  }

  @Test func tellsItsVersionAndItsUse() async throws {
    let version = try await Program.run(["--version"])
    #expect(version.status == 0)
    #expect(version.output.hasPrefix("prospect-run "))
    let help = try await Program.run(["--help"])
    #expect(help.status == 0)
    #expect(help.output.contains("prospect-run [options] FILE.lua [args ...]"))
  }

  @Test(arguments: [
    (["no_such.lua"], "prospect-run: recipe no_such.lua not found (looked in /"),
    (["sandbx"], "prospect-run: unknown command 'sandbx'\n  did you mean 'sandbox'?\n"),
    (["--limit", "cpu", "-"], "write a limit as NAME=VALUE"),
  ])
  func endsWithTwoOnWrongUsage(words: [String], complaint: String) async throws {
    let ended = try await Program.run(words)
    #expect(ended.status == 2)
    #expect(ended.output == "")
    #expect(ended.error.contains(complaint))
  }

  @Test func showsWhereARecipeFailed() async throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("print 'begun'\n  error('no luck')\n", to: "fails.lua")
    let ended = try await Program.run([file])
    #expect(
      ended
        == Program.Ended(
          status: 1, output: "begun\n",
          error: "error: \(file):2: no luck\n  2 │ error('no luck')\n"))
  }

  @Test func showsTheTracebackAtDebugLevel() async throws {
    let code = "local function inner() error('no luck') end inner()"
    #expect(try await Program.run(["-e", code]).error.contains("inner") == true)
    let verbose = try await Program.run(["--log-level", "debug", "-e", "-- \n" + code])
    #expect(verbose.error.contains("traceback"))
  }

  @Test func endsWithFiveAtALimit() async throws {
    let ended = try await Program.run(["--limit", "cpu=200ms", "-e", "while true do end"])
    #expect(ended.status == 5)
    #expect(ended.error.hasPrefix("error: "))
  }

  @Test func writesJSONLinesOnStandardError() async throws {
    let ended = try await Program.run([
      "--log-format", "json", "-e", "log.warn('careful', { rows = 3 }) error('no luck')",
    ])
    let lines = try ended.error.split(separator: "\n").map { try JSON.parse($0.utf8) }
    #expect(lines.map { $0["event"] } == [.string("log"), .string("error"), .string("summary")])
    #expect(lines.first?.at(path: "fields.rows") == .integer(3))
    #expect(lines.last?["exit"] == .integer(1))
  }

  @Test func writesWhatWasPrintedBeforeItWaits() throws {
    let program = try Program(["-e", "print 'waiting' time.sleep(600)"])
    try program.waitForOutput("waiting\n")
    program.process.send(StopSignal.terminate.rawValue)
    #expect(try program.finish().status == 143)
  }

  @Test(arguments: [StopSignal.interrupt, .terminate, .hangup])
  func endsCleanlyOnASignal(signal: StopSignal) throws {
    let program = try Program(["-e", "print 'spinning' time.sleep(0) while true do end"])
    try program.waitForOutput("spinning\n")
    program.process.send(signal.rawValue)
    #expect(try program.finish().status == signal.exitStatus)
  }

  @Test func endsQuietlyWhenNobodyReads() throws {
    let program = try Program(["-e", "while true do print 'y' end"])
    try program.waitForOutput("y\n")
    program.closeOutput()
    let ended = try program.finish()
    #expect(ended.status == 141)
    #expect(ended.error == "")
  }

  @Test func bringsItsOwnProviders() async throws {
    let code = "print(require('prospectb2b').me().read_only)"
    let ended = try await Program.run(["--sandbox", "--sandbox-contacts", "10", "-e", code])
    #expect(ended.output == "false\n")
    #expect(ended.status == 0)
    #expect(ended.error.contains("1 call"))
  }

  @Test func fillsAGapAsASwitchSays() async throws {
    let code = "print(#require('spherescout').companies.search({ paginate = true }).preview)"
    let words = ["--sandbox", "--sandbox-contacts", "60"]
    #expect(try await Program.run(words + ["-e", code]).output == "50\n")
    let switched = ["--sandbox-switch", "spherescout.page_size=20", "-e", code]
    #expect(try await Program.run(words + switched).output == "20\n")
  }

  @Test func letsFaultsStrikeAndTellsOfThoseThatDidNot() async throws {
    let code = "print(require('spherescout').companies.search({}).totalCount)"
    let faults = ["spherescout.companies.search#1:status=503,retry-after=0", "any#9:refuse"]
    let words = ["--sandbox", "--sandbox-contacts", "60"]
    let ended = try await Program.run(
      words + faults.flatMap { ["--sandbox-fault", $0] } + ["-e", code])
    #expect(ended.output == "60\n")
    #expect(ended.error.contains("1 retry"))
    #expect(
      ended.error.hasSuffix(
        "the fault any#9:refuse never struck: there were 2 calls of its target\n"))
  }

  @Test func namesTheLineOfAFaultThatIsNone() async throws {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    let plan = try folder.write("any#1:refuse\n\nany#2:refus\n", to: "plan")
    let ended = try await Program.run(["sandbox", "--fault-file", plan])
    #expect(ended.status == 2)
    #expect(ended.error.contains("plan:3: there is no kind of fault 'refus'"))
    #expect(ended.error.contains("did you mean 'refuse'?"))
    #expect(ended.output == "")
  }

  @Test func listsTheSwitchesOfTheSandbox() async throws {
    let ended = try await Program.run(["sandbox", "--list-switches"])
    #expect(ended.status == 0)
    #expect(ended.error == "")
    #expect(ended.output.contains("\nspherescout.history_form "))
    #expect(ended.output.contains("\nopenprospect.trailing_slash "))
    let list = try JSON.parse(
      Array(try await Program.run(["sandbox", "--list-switches", "--json"]).output.utf8))
    #expect(list.array?.count == ended.output.split(separator: "\n").count - 1)
    let wrong = try await Program.run(["sandbox", "--switch", "spherescout.histry_form=array"])
    #expect(wrong.status == 2)
    #expect(wrong.error.contains("did you mean 'spherescout.history_form'?"))
  }

  @Test func servesTheSandboxUntilItIsTold() throws {
    let program = try Program(["sandbox", "--contacts", "10"])
    try program.waitForError("Ctrl-C stops\n")
    try program.waitForOutput("export SPHERESCOUT_BASE_URL=http://127.0.0.1:")
    program.process.send(StopSignal.terminate.rawValue)
    let ended = try program.finish()
    #expect(ended.status == 0)
    let names = ended.output.split(separator: "\n").map { $0.prefix { $0 != "=" } }
    #expect(
      names == [
        "export OPENPROSPECT_API_KEY", "export OPENPROSPECT_BASE_URL", "export PROSPECTB2B_API_KEY",
        "export PROSPECTB2B_BASE_URL", "export SPHERESCOUT_API_KEY", "export SPHERESCOUT_BASE_URL",
        "export SPHERESCOUT_PASSWORD", "export SPHERESCOUT_USERNAME",
        "export SPHERESCOUT_VARIANT_BASE_URL",
      ])
  }
}
