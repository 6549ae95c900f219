import Foundation
import ProspectAPI
import ProspectRuntime
import ScriptedServer
import Testing

@testable import ProspectCLI

/// What a project from a stranger can make a run do with the user's credentials: nothing, before it was allowed.
@Suite(.timeLimit(.minutes(2))) struct ProjectTrustTests {
  let home: TemporaryFolder
  let project: TemporaryFolder
  let fake: FakeB2B

  init() throws {
    home = try TemporaryFolder()
    project = try TemporaryFolder()
    fake = try FakeB2B(folder: home)
    try project.write("print(#require('prospectb2b').me().scopes)", to: "recipe.lua")
  }

  private func run(_ words: String..., environment: [String: String] = [:]) async -> (
    status: Int32, output: String, error: String
  ) {
    await run(words, environment: environment)
  }

  private func run(_ words: [String], environment: [String: String] = [:]) async -> (
    status: Int32, output: String, error: String
  ) {
    let (output, error) = (MemorySink(), MemorySink())
    let console = Console(
      input: MemorySource(), output: output, error: error,
      environment: ["XDG_CONFIG_HOME": home.path, "PATH": "/usr/bin:/bin"].merging(environment) {
        $1
      })
    let status = await ProspectCommandLine.run(words, in: console)
    return (status, output.text, error.text)
  }

  private var recipe: String { "\(project.path)/recipe.lua" }

  @Test func aProjectMovesAKeyOnlyWhereItsUserAllowedIt() async throws {
    try project.write("base_urls:\n  prospectb2b: \(fake.server.url)\n", to: "prospect.yaml")
    let key = ["PROSPECTB2B_API_KEY": FakeB2B.key]
    let refused = await run("--trusted", recipe, environment: key)
    #expect(refused.status == RunFailure.Kind.grant.exitCode, "\(refused)")
    #expect(refused.error.contains("prospect-run auth allow \(project.path)"))
    #expect(fake.server.requests.isEmpty)

    let allowed = await run("auth", "allow", project.path)
    #expect(allowed.status == 0)
    #expect(allowed.output.contains("sends the key of prospectb2b to \(fake.server.url)"))
    #expect(await run("--trusted", recipe, environment: key).output == "2\n")
    #expect(fake.carried.allSatisfy { $0 == "Bearer \(FakeB2B.key)" } && !fake.carried.isEmpty)

    // Another place has to be allowed anew.
    let other = try FakeB2B(folder: home)
    try project.write("base_urls:\n  prospectb2b: \(other.server.url)\n", to: "prospect.yaml")
    #expect(
      await run("--trusted", recipe, environment: key).status == RunFailure.Kind.grant.exitCode)
    #expect(other.server.requests.isEmpty)
    // On the internet it may be, but without the key.
    try project.write("base_urls:\n  prospectb2b: https://evil.example\n", to: "prospect.yaml")
    let withheld = await run("--trusted", recipe, environment: key)
    #expect(withheld.status == 3 && withheld.error.contains("prospect-run auth allow"))

    try project.write("base_urls:\n  prospectb2b: \(fake.server.url)\n", to: "prospect.yaml")
    #expect(await run("auth", "allow", "--revoke", project.path).status == 0)
    #expect(
      await run("--trusted", recipe, environment: key).status == RunFailure.Kind.grant.exitCode)
  }

  @Test func theUsersOwnVariableNeedsNoAllowance() async throws {
    try project.write("base_urls:\n  prospectb2b: https://evil.example\n", to: "prospect.yaml")
    let ended = await run(
      "--trusted", recipe,
      environment: ["PROSPECTB2B_API_KEY": FakeB2B.key, "PROSPECTB2B_BASE_URL": fake.server.url])
    #expect(ended.output == "2\n", "\(ended)")
  }

  @Test(arguments: ["PROSPECTB2B", "ProspectB2B", "pro\u{17F}pectb2b", "prospectb2b_base_url\n"])
  func aProviderHasOneSpelling(_ name: String) async throws {
    try project.write("base_urls:\n  \(name): \(fake.server.url)\n", to: "prospect.yaml")
    let ended = await run(
      "--trusted", recipe, environment: ["PROSPECTB2B_API_KEY": FakeB2B.key])
    #expect(ended.status == 2, "\(ended)")
    #expect(fake.server.requests.isEmpty)
  }

  @Test func aProjectsOwnProviderGetsVariablesWhereItsUserAllowedIt() async throws {
    let server = try ScriptedServer { _ in .answer(200, body: "{}") }
    defer { server.stop() }
    try describe(
      "github", at: "https://github.example", "authentication = { environment = 'GITHUB_TOKEN' },")
    try project.write("require('github').x.read()", to: "recipe.lua")
    let token = ["GITHUB_TOKEN": "ghp_0123456789"]
    let refused = await run("--trusted", recipe, environment: token)
    #expect(refused.status == 3 && refused.error.contains("prospect-run auth allow"), "\(refused)")
    #expect(server.requests.isEmpty)

    try describe("github", at: server.url, "authentication = { environment = 'GITHUB_TOKEN' },")
    #expect(await run("--trusted", "--provider", "github", recipe, environment: token).status == 0)
    let allowed = await run("auth", "allow", project.path)
    #expect(allowed.output.contains("gives its own provider github the variables GITHUB_*"))
    #expect(await run("--trusted", recipe, environment: token).status == 0)
  }

  /// Writes an own provider of the project, and grants it.
  private func describe(_ name: String, at url: String, _ fields: String = "") throws {
    try FileManager.default.createDirectory(
      atPath: "\(project.path)/providers", withIntermediateDirectories: true)
    try project.write(
      """
      return { name = "\(name)", base_url = "\(url)", \(fields)
        operations = {
          ["x.read"] = { summary = "Reads.", method = "GET", path = "/x", effect = "read" },
          ["x.send"] = { summary = "Sends.", method = "POST", path = "/x", effect = "unrepeatable" },
        } }
      """, to: "providers/\(name).lua")
    try project.write("providers: [\(name)]\n", to: "prospect.yaml")
  }

  @Test func aProjectsOwnProviderIsInTheNetworkOfItsUserWhereThatWasAllowed() async throws {
    let server = try ScriptedServer { _ in .answer(200, body: "{}") }
    defer { server.stop() }
    // Asks for no credential, so nothing is withheld from it.
    try describe("docker", at: server.url, "identity = { operation = 'x.read' },")
    try project.write("require('docker').x.send()", to: "recipe.lua")
    for words in [["--trusted", recipe], ["check", recipe]] {
      let refused = await run(words)
      #expect(refused.status != 0, "\(refused)")
      #expect("\(refused)".contains("nobody has allowed it to reach"), "\(refused)")
    }
    try project.write(
      "providers: [docker]\nbase_urls:\n  docker: \(server.url)\n", to: "prospect.yaml")
    #expect(await run("--trusted", recipe).status == RunFailure.Kind.grant.exitCode)
    #expect(server.requests.isEmpty)

    let own = await run("--trusted", recipe, environment: ["DOCKER_BASE_URL": server.url])
    #expect(own.status == 0, "\(own)")
    #expect(await run("--trusted", "--provider", "docker", recipe).status == 0)
    let allowed = await run("auth", "allow", project.path)
    #expect(allowed.output.contains("lets it be in your own network"))
    #expect(await run("--trusted", recipe).status == 0)
  }

  @Test(
    "an address that is not on the internet is reached where that was allowed",
    arguments: [
      ("hooks.example.com", false), ("93.184.216.34:8443", false), ("localhost:3000", true),
      ("http://127.0.0.1:3000", true), ("10.0.0.5", true), ("169.254.169.254", true),
      ("0.0.0.0:8443", true), ("[fd00::7]", true), ("[::ffff:10.0.0.5]", true),
    ])
  func nearHosts(_ host: String, _ isNear: Bool) throws {
    let project = try ProjectFile("http: ['\(host)']\n", folder: "/p")
    #expect(ProjectWishes(project).nearHosts == (isNear ? [host] : []))
  }

  @Test func aProjectReachesThisMachineWithASecretWhereItsUserAllowedIt() async throws {
    let server = try ScriptedServer { _ in .answer(200, body: "{}") }
    defer { server.stop() }
    try project.write(
      "http: ['\(server.url)']\nsecrets:\n  RECIPE_TOKEN: '\(server.url)'\n", to: "prospect.yaml")
    try project.write(
      "http.request { url = '\(server.url)/x', headers = { A = http.secret 'RECIPE_TOKEN' } }",
      to: "recipe.lua")
    let secret = ["RECIPE_TOKEN": "hook-0123456789"]
    let refused = await run("--trusted", recipe, environment: secret)
    #expect(refused.status == RunFailure.Kind.grant.exitCode, "\(refused)")
    #expect(server.requests.isEmpty)
    #expect(refused.error.contains("RECIPE_TOKEN: look at it, and allow it once"), "\(refused)")

    let allowed = await run("auth", "allow", project.path)
    #expect(allowed.output.contains("the variable RECIPE_TOKEN"))
    #expect(await run("--trusted", recipe, environment: secret).status == 0)
    #expect(server.requests.count == 1)
  }

  @Test func theFolderForFilesIsNoLinkOutOfTheProject() async throws {
    let folder = "\(project.path)/files"
    try FileManager.default.createSymbolicLink(atPath: folder, withDestinationPath: home.path)
    for out in ["files", "files/below"] {
      try project.write("out: \(out)\n", to: "prospect.yaml")
      try project.write("files.write('planted', 'x')", to: "recipe.lua")
      let ended = await run("--trusted", recipe)
      #expect(ended.status == 2 && ended.error.contains("by a symbolic link"), "\(ended)")
      #expect(home.text(of: "planted") == nil)
    }
    #expect(await run("--trusted", "--out", folder, recipe).status == 0)
  }

  @Test func whatAProjectAsksForIsShownAsItIs() throws {
    let project = try ProjectFile(
      "credential_helpers:\n  acme: [helper, \"\\e[1A\\e[2K\"]\n", folder: "/p")
    #expect(ProjectWishes(project).lines.allSatisfy { !$0.contains("\u{1B}") })
  }

  @Test func aProjectStartsAHelperOnlyWhereItsUserAllowedIt() async throws {
    let mark = "\(home.path)/started"
    let helper = try home.write(
      """
      #!/bin/sh
      env > \(mark)
      echo '{"version":1,"key":"\(FakeB2B.key)"}'
      """, to: "helper", mode: 0o755)
    try project.write("credential_helpers:\n  prospectb2b: [\(helper)]\n", to: "prospect.yaml")
    let environment = [
      "PROSPECTB2B_BASE_URL": fake.server.url, "OPENPROSPECT_API_KEY": "not-for-helpers",
    ]
    let refused = await run("--trusted", recipe, environment: environment)
    #expect(refused.status == 3 && refused.error.contains("prospect-run auth allow"))
    #expect(home.text(of: "started") == nil)

    #expect(await run("auth", "allow", project.path).status == 0)
    #expect(await run("--trusted", recipe, environment: environment).output == "2\n")
    let seen = try #require(home.text(of: "started"))
    #expect(seen.contains("PATH=") && !seen.contains("not-for-helpers"))
  }

  @Test func aHelperOfTheCommandLineNeedsNoAllowance() async throws {
    let helper = try home.write(
      "#!/bin/sh\necho '{\"version\":1,\"key\":\"\(FakeB2B.key)\"}'\n", to: "helper", mode: 0o755)
    let ended = await run(
      "--trusted", "--credential-helper", "prospectb2b=\(helper)", recipe,
      environment: ["PROSPECTB2B_BASE_URL": fake.server.url])
    #expect(ended.output == "2\n", "\(ended)")
  }

  @Test(arguments: ["./helper", "bin/helper"])
  func aProgramOfTheProjectsOwnFolderIsNoHelper(_ path: String) {
    let problem = #expect(throws: YAMLProblem.self) {
      try ProjectFile("credential_helpers:\n  acme: [\(path)]\n", folder: "/p")
    }
    #expect(problem?.line == 2)
  }
}
