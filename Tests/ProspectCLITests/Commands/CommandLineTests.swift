import ProspectJSON
import Testing

@testable import ProspectCLI

/// The whole command line, with memory in place of the process's streams.
@Suite(.timeLimit(.minutes(1))) struct CommandLineTests {
  private let output = MemorySink()
  private let error = MemorySink()

  private func console(input: MemorySource = MemorySource(), reader: ScriptedReader? = nil)
    -> Console
  {
    Console(input: input, output: output, error: error, makeLineReader: { reader })
  }

  @Test func putsHelpOnStandardOutput() async {
    #expect(await ProspectCommandLine.run(["help", "sandbox"], in: console()) == 0)
    #expect(output.text.contains("USAGE: prospect-run sandbox [--port <N>]"))
    #expect(error.text == "")
  }

  @Test(arguments: [["help", "auth", "login"], ["auth", "login", "--help"]])
  func tellsOfACommandOfACommand(words: [String]) async {
    #expect(await ProspectCommandLine.run(words, in: console()) == 0)
    #expect(output.text.contains("USAGE: prospect-run auth login"), "\(output.text)")
  }

  @Test func saysWhereACommandStands() async {
    #expect(
      await ProspectCommandLine.run(["--profile", "eu", "auth", "status"], in: console()) == 2)
    #expect(error.text.contains("'auth' is a command, and stands before all options"))
  }

  @Test(arguments: [
    (["--log-format", "json", "nowhere.lua"], "usage"),
    (["--log-format=json", "--sandbx"], "usage"),
    (["--log-format", "json", "--allow-host", "http://x", "-e", ""], "usage"),
  ])
  func putsMistakesInJSONWhereThatIsAskedFor(words: [String], kind: String) async throws {
    #expect(await ProspectCommandLine.run(words, in: console()) == 2)
    let line = try JSON.parse(Array(error.text.utf8))
    #expect(line["event"]?.string == "error" && line["kind"]?.string == kind, "\(error.text)")
    #expect(line["message"]?.string?.isEmpty == false)
  }

  @Test func putsMistakesOnStandardError() async {
    #expect(await ProspectCommandLine.run(["--sandbx"], in: console()) == 2)
    #expect(output.text == "")
    #expect(
      error.text == "prospect-run: unknown option '--sandbx'\n  did you mean '--sandbox'?\n")
  }

  @Test func givesArgumentsToARecipeFromStandardInput() async {
    let console = console(input: MemorySource(text: "print(...)"))
    #expect(await ProspectCommandLine.run(["--trusted", "-", "a", "-b"], in: console) == 0)
    #expect(output.text == "a\t-b\n")
  }

  @Test(arguments: [["--sandbox", "-"], ["sandbox", "--port", "0"]])
  func handsOverBeforeItReadsAnything(words: [String]) async {
    let input = MemorySource(text: "print 'read here'")
    var console = console(input: input)
    console.providers = .otherProgram { UsageError(message: "there is no such program") }
    #expect(await ProspectCommandLine.run(words, in: console) == 2)
    #expect(error.text == "prospect-run: there is no such program\n")
    #expect(String(decoding: input.readToEnd(), as: UTF8.self) == "print 'read here'")
  }

  @Test func endsQuietlyWhenNobodyReadsTheHelp() async {
    let console = Console(input: MemorySource(), output: MemorySink(room: 0), error: error)
    #expect(await ProspectCommandLine.run(["--help"], in: console) == 141)
    #expect(error.text == "")
  }

  @Test func stopsARecipeThatWaitsOnASignal() async {
    let console = console()
    console.signals.deliver(.terminate)
    #expect(
      await ProspectCommandLine.run(["--trusted", "-e", "time.sleep(600)"], in: console) == 143)
  }

  @Test func talksAtThePrompt() async {
    let reader = ScriptedReader([
      .line("local n = 20"), .line("if n == 20 then"), .line("print(42) end"),
      .line("error 'no luck'"),
      .line("if true then"), .interrupted, .line("n"), .end,
    ])
    let console = console(input: MemorySource(isTerminal: true), reader: reader)
    #expect(await ProspectCommandLine.run(["--trusted"], in: console) == 0)
    #expect(output.text == "42\n20\n")
    #expect(error.text.contains("no luck"))
    #expect(reader.prompts == ["> ", "> ", ">> ", "> ", "> ", ">> ", "> ", "> "])
  }

  @Test func saysWhenThereCanBeNoPrompt() async {
    let console = console(input: MemorySource(isTerminal: true))
    #expect(await ProspectCommandLine.run(["--trusted"], in: console) == 2)
    #expect(error.text == "prospect-run: this terminal cannot be used for a prompt\n")
  }
}
