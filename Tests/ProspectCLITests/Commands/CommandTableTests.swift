import Testing

@testable import ProspectCLI

@Suite struct CommandTableTests {
  @Test(arguments: [
    (["x.lua"], RunCommand.Choice.file("x.lua", arguments: [])),
    (
      ["x.lua", "--help", "-e", "--sandbox"],
      .file("x.lua", arguments: ["--help", "-e", "--sandbox"])
    ),
    (
      ["--sandbox", "x.lua", "sandbox", "--port"], .file("x.lua", arguments: ["sandbox", "--port"])
    ),
    (["x.lua", "--", "-v"], .file("x.lua", arguments: ["--", "-v"])),
    (["--", "-odd.lua", "a"], .file("-odd.lua", arguments: ["a"])),
    (["-", "a", "--b"], .standardInput(arguments: ["a", "--b"])),
    (["-e", "print(1)"], .code("print(1)", arguments: [])),
    (["-e", "", "a", "--b"], .code("", arguments: ["a", "--b"])),
    (["-e", "--x", "--", "--b"], .code("--x", arguments: ["--b"])),
    (["-e", "a=1", "-e", "print(a)"], .code("a=1\nprint(a)", arguments: [])),
    ([], .standardInput(arguments: [])),
  ])
  func knowsWhatIsToBeRun(words: [String], choice: RunCommand.Choice) throws {
    let command = try #require(try CommandTable.command(for: words) as? RunCommand)
    #expect(try command.choice(inputIsTerminal: false) == choice)
  }

  @Test func promptsWhenAtATerminalWithNothingToDo() throws {
    let command = try #require(try CommandTable.command(for: ["--sandbox"]) as? RunCommand)
    #expect(command.sandbox)
    #expect(try command.choice(inputIsTerminal: true) == .prompt)
  }

  @Test func readsTheOptionsBeforeTheFile() throws {
    let words = [
      "--sandbox", "--sandbox-contacts", "20", "--trusted", "--out", "there", "--limit", "cpu=2s",
      "--limit", "requests=3", "--log-level", "debug", "--log-format", "json", "--quiet", "x.lua",
    ]
    let command = try #require(try CommandTable.command(for: words) as? RunCommand)
    #expect(command.sandboxContacts == 20)
    #expect(command.trusted)
    #expect(command.out == "there")
    #expect(command.limit == [.cpu(.seconds(2)), .requests(3)])
    #expect(command.display.logFormat == .json)
    #expect(command.display.quiet)
    #expect(command.words == ["x.lua"])
  }

  @Test func findsTheSandboxByItsFirstWordOnly() throws {
    let sandbox = try CommandTable.command(for: ["sandbox", "--port", "4010", "--contacts", "5"])
    let command = try #require(sandbox as? SandboxCommand)
    #expect(command.port == 4010)
    #expect(command.contacts == 5)
    #expect(try CommandTable.command(for: ["./sandbox"]) is RunCommand)
  }

  @Test(arguments: [
    (["--sandbx", "x.lua"], "unknown option '--sandbx'", "did you mean '--sandbox'?"),
    (
      ["--sandbox-contcts=5"], "unknown option '--sandbox-contcts'",
      "did you mean '--sandbox-contacts'?"
    ),
    (["-e", "x", "--qiet"], "unknown option '--qiet'", "did you mean '--quiet'?"),
    (["-x"], "unknown option '-x'", "did you mean '-e'?"),
    (["help", "sandbx"], "unknown command 'sandbx'", "did you mean 'sandbox'?"),
    (["help", "--quiet"], "unknown command '--quiet'", "see prospect-run --help"),
    (
      ["auth", "login", "--profil", "eu", "acme"], "unknown option '--profil'",
      "see prospect-run auth login --help"
    ),
    (
      ["auth", "login", "acme", "sk_live_0123456789"],
      "a credential is not taken from the command line, where every process can read it",
      "type it when asked, or give it on standard input"
    ),
    (["--limit", "cpu=x", "x.lua"], "'x' is no time", "see prospect-run --help"),
    (["--limit"], "missing value for '--limit <NAME=VALUE>'", "see prospect-run --help"),
    (["--sandbox-contacts", "-3", "x.lua"], "--sandbox-contacts", "see prospect-run --help"),
    (["--log-level", "loud", "x.lua"], "'loud' is invalid", "see prospect-run --help"),
    (
      ["sandbox", "--port", "99999"], "--port takes a number up to 65535",
      "see prospect-run sandbox --help"
    ),
    (["sandbox", "x"], "unexpected argument 'x'", "see prospect-run sandbox --help"),
  ])
  func explainsMistakes(words: [String], message: String, hint: String) throws {
    let error = try #require(throws: UsageError.self) {
      let command = try CommandTable.command(for: words)
      _ = try (command as? RunCommand)?.choice(inputIsTerminal: false)
    }
    #expect(error.message.contains(message))
    #expect(error.hint == hint)
  }

  @Test func knowsItsOwnOptions() {
    let help = Information.help(for: RunCommand.self).text
    let shown = help.split(whereSeparator: \.isWhitespace).map(String.init)
      .filter { $0.hasPrefix("--") && $0 != "--" }
    #expect(Set(shown) == Set(RunCommand.optionNames.filter { $0.hasPrefix("--") }))
  }
}
