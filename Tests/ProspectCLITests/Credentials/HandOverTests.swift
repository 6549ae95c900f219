import Dispatch
import ProspectAPI
import ScriptedServer
import Testing

@testable import ProspectCLI

/// How keys reach the real program, and that they stay in it.
@Suite(.timeLimit(.minutes(2))) struct HandOverTests {
  let folder: TemporaryFolder
  let fake: FakeB2B
  private let code = "print(#require('prospectb2b').me().scopes)"

  init() throws {
    folder = try TemporaryFolder()
    fake = try FakeB2B(folder: folder)
  }

  @Test(arguments: [
    (["--token-fd", "prospectb2b=0"], FakeB2B.key),
    (["--token-fd", "0"], "PROSPECTB2B_API_KEY=\(FakeB2B.key)\n"),
  ])
  func aKeyComesThroughADescriptor(_ option: [String], _ input: String) async throws {
    let ended = try await Program.run(
      option + ["--quiet", "-e", code], input: input, environment: fake.environment)
    #expect(ended == Program.Ended(status: 0, output: "2\n", error: ""))
  }

  @Test(arguments: [
    (["--token-fd", "0"], "the recipe"), (["--token-fd", "9999", "-e", "x=1"], "cannot be read"),
    (["--token-fd", "1", "-e", "x=1"], "is for output"),
    (["--token-fd", "a", "-e", "x=1"], "as its number"),
    (["--token-fd", "prospect2b2=0", "-e", "x=1"], "did you mean 'prospectb2b'?"),
    (
      ["--credential-helper", "openprspect=/bin/true", "-e", "x=1"], "did you mean 'openprospect'?"
    ),
    (["--token-fd", "0", "-e", "x=1"], "gave nothing"),
  ])
  func aDescriptorThatCannotBeIsSaid(_ words: [String], _ message: String) async throws {
    let ended = try await Program.run(words, environment: fake.environment)
    #expect(ended.status == 2 && ended.error.contains(message), "\(ended)")
  }

  @Test func nobodyFindsAKeyInTheEnvironmentOfTheProcesses() throws {
    let seen = Locked<String?>(nil)
    let process = Locked<Int32?>(nil)
    let start = DispatchSemaphore(value: 0)
    let server = try ScriptedServer { _ in
      start.wait()
      start.signal()
      let number = process.withLock { $0 } ?? 0
      seen.withLock { $0 = ProcessFacts.environments(ofFamily: number) }
      return .answer(200, body: #"{"data":{"scopes":[]}}"#)
    }
    defer { server.stop() }
    let program = try Program(
      ["--quiet", "-e", code],
      environment: [
        "PROSPECTB2B_API_KEY": FakeB2B.key, "PROSPECTB2B_BASE_URL": server.url, "STAYS": "here",
      ])
    process.withLock { $0 = program.process.id }
    start.signal()
    #expect(try program.finish().output == "0\n")
    let text = try #require(seen.withLock { $0 })
    #expect(text.contains("STAYS=here"))
    #expect(!text.contains(FakeB2B.key) && !text.contains("0123456789abcdef"))
  }

  @Test func whatIsTypedAsAKeyIsNotShown() throws {
    let terminal = try Terminal(
      ["auth", "login", "prospectb2b"], environment: fake.environment)
    try terminal.see("API key for ProspectB2B at \(fake.server.url): ")
    terminal.type(FakeB2B.key + "\r")
    try terminal.see("stored for prospectb2b")
    #expect(try terminal.finish() == 0)
    #expect(!terminal.text.contains(FakeB2B.key))
  }

  @Test func whoStopsAtThePromptStoresNothing() throws {
    let terminal = try Terminal(
      ["auth", "login", "prospectb2b"], environment: fake.environment)
    try terminal.see("API key for")
    terminal.type("half a key\u{3}")
    #expect(try terminal.finish() == 130)
    #expect(fake.server.requests.isEmpty)
  }
}
