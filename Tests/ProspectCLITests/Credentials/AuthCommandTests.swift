import ProspectAPI
import ProspectJSON
import ScriptedServer
import Testing

@testable import ProspectCLI

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// `auth`, with a server on this machine and a home in a temporary folder.
@Suite(.timeLimit(.minutes(2))) struct AuthCommandTests {
  let folder: TemporaryFolder
  let fake: FakeB2B

  init() throws {
    folder = try TemporaryFolder()
    fake = try FakeB2B(folder: folder)
  }

  struct Ended {
    var status: Int32
    var output: String
    var error: String
  }

  private func run(
    _ words: String..., input: String = "", environment: [String: String] = [:]
  ) async -> Ended {
    let (output, error) = (MemorySink(), MemorySink())
    let console = Console(
      input: MemorySource(text: input), output: output, error: error,
      environment: fake.environment.merging(environment) { $1 })
    let status = await ProspectCommandLine.run(words, in: console)
    #expect(!(output.text + error.text).contains(FakeB2B.key))
    return Ended(status: status, output: output.text, error: error.text)
  }

  private var store: CredentialsFile {
    CredentialsFile(path: "\(folder.path)/prospect-run/credentials.json")
  }

  @Test func aKeyIsTriedStoredShownAndRemoved() async throws {
    let login = await run("auth", "login", "prospectb2b", input: FakeB2B.key + "\n")
    #expect(login.status == 0, "\(login)")
    #expect(login.output.contains("bound to \(fake.server.url)"))
    #expect(login.output.contains("scopes: me.read leads.read"))
    let entry = try store.read().entry("prospectb2b", "default")
    #expect(entry?.secrets == .key(Secret(FakeB2B.key)) && entry?.origin == fake.server.url)

    let status = await run("auth", "status", "prospectb2b")
    #expect(status.status == 0 && status.output.contains("prospectb2b: ok"))
    #expect(status.output.contains("key pb2b•••0123 from \(store.path), profile default"))
    #expect(status.output.contains("read-only") && status.output.contains("2027-01-02T03:04:05Z"))

    #expect(await run("auth", "logout", "prospectb2b").status == 0)
    #expect(try store.read() == StoredCredentials())
    let gone = await run("auth", "status", "prospectb2b")
    #expect(gone.status == 3 && gone.output.contains("prospectb2b: missing"))
    #expect(await run("auth", "logout", "prospectb2b").status == 2)
  }

  @Test func theStatusIsThereForPrograms() async throws {
    let ended = await run(
      "auth", "status", "--json", environment: ["PROSPECTB2B_API_KEY": FakeB2B.key])
    #expect(ended.status == 0)
    let report = try JSON.parse(ended.output)
    #expect(report["profile"]?.string == "default")
    let entries = report["providers"]?.array ?? []
    #expect(
      entries.compactMap { $0["provider"]?.string } == [
        "openprospect", "prospectb2b", "spherescout",
      ])
    let entry = try #require(entries.first { $0["provider"]?.string == "prospectb2b" })
    #expect(
      entry["state"]?.string == "ok" && entry.at(path: "source.kind")?.string == "environment")
    #expect(entry["read_only"]?.bool == true && entry["credential"]?.string == "key pb2b•••0123")
    #expect(entry["expires_at"]?.string == "2027-01-02T03:04:05Z")
    #expect(entry["scopes"]?.array?.count == 2)
    #expect(entries.first?["state"]?.string == "missing")
  }

  @Test func whatTheProviderRefusesIsNotStored() async throws {
    let ended = await run("auth", "login", "prospectb2b", input: "pb2b_live_wrong")
    #expect(ended.status == 3)
    #expect(ended.error.contains("nothing was stored: no such key"))
    #expect(!ended.error.contains("pb2b_live_wrong"))
    #expect(try store.read() == StoredCredentials())
  }

  @Test func aRefusedKeyIsNamedByItsSource() async throws {
    let ended = await run(
      "auth", "status", "prospectb2b", environment: ["PROSPECTB2B_API_KEY": "pb2b_live_wrong"])
    #expect(ended.status == 3 && ended.output.contains("prospectb2b: refused"))
    #expect(ended.output.contains("look at PROSPECTB2B_API_KEY in the environment"))
  }

  @Test(arguments: [
    (["auth"], "", "auth needs a word more"),
    (["auth", "login", "prospectb2c"], "k", "no provider"),
    (["auth", "login", "prospectb2b"], "", "no credential was given"),
    (["auth", "login", "prospectb2b"], "a\nb", "holds 2 lines"),
    (["auth", "login", "prospectb2b"], "two words", "a key has no spaces"),
    (["auth", "login", "prospectb2b", "--profile", "a/b"], "k", "cannot be a profile"),
    (["auth", "logout", "prospectb2b"], "", "nothing is stored"),
  ])
  func aMistakeIsSaid(_ words: [String], _ input: String, _ message: String) async {
    let error = MemorySink()
    let console = Console(
      input: MemorySource(text: input), output: MemorySink(), error: error,
      environment: fake.environment)
    #expect(await ProspectCommandLine.run(words, in: console) == 2)
    #expect(error.text.contains(message), "\(error.text)")
    #expect(fake.server.requests.isEmpty)
  }

  @Test func profilesAreAccountsOfTheirOwn() async throws {
    let login = await run(
      "auth", "login", "prospectb2b", "--profile", "eu", input: FakeB2B.key)
    #expect(login.status == 0)
    #expect(await run("auth", "status", "prospectb2b").status == 3)
    let status = await run(
      "auth", "status", "prospectb2b", environment: ["PROSPECT_PROFILE": "eu"])
    #expect(status.status == 0 && status.output.contains("profile eu"))
  }

  @Test func anOpenStoreIsRefusedWithTheCommandThatClosesIt() async throws {
    _ = await run("auth", "login", "prospectb2b", input: FakeB2B.key)
    chmod(store.path, 0o640)
    let status = await run("auth", "status", "prospectb2b")
    #expect(status.status == 3 && status.output.contains("prospectb2b: unusable"))
    #expect(status.output.contains("chmod 600 \(store.path)"))
    let login = await run("auth", "login", "prospectb2b", input: FakeB2B.key)
    #expect(login.status == 3 && login.error.contains("chmod 600 \(store.path)"), "\(login)")
  }

  @Test func aLoginIsTwoLinesWhereTheProviderTakesIt() async throws {
    let server = try ScriptedServer { request in
      switch request.target {
      case "/api/auth/login":
        let isRight = request.body.contains("ada@example.com") && request.body.contains("pa55")
        return .answer(isRight ? 200 : 401, body: #"{"access":"a1","refresh":"r1"}"#)
      default:
        let isRight = request.headers["authorization"] == "Bearer a1"
        return .answer(isRight ? 200 : 401, body: #"{"credits":5}"#)
      }
    }
    defer { server.stop() }
    let environment = ["SPHERESCOUT_BASE_URL": server.url]
    let wrong = await run(
      "auth", "login", "spherescout", input: "ada@example.com\nwrong", environment: environment)
    #expect(wrong.status == 3)
    let login = await run(
      "auth", "login", "spherescout", input: "ada@example.com\npa55", environment: environment)
    #expect(login.status == 0, "\(login)")
    let status = await run("auth", "status", "spherescout", environment: environment)
    #expect(status.status == 0 && !status.output.contains("ada@example.com"))
  }
}
