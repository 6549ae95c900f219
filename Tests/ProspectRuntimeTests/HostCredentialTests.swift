import ProspectAPI
import ScriptedServer
import Synchronization
import Testing

@testable import ProspectRuntime

/// What the embedding program gives.
@Suite(.timeLimit(.minutes(1))) struct HostCredentialTests {
  @Test func `the host's key comes first, is asked for once, and again when it is refused`()
    async throws
  {
    let good = Mutex("first")
    let asked = Mutex<[String]>([])
    let server = try ScriptedServer { request in
      let isGood = request.headers["authorization"] == good.withLock { "Bearer \($0)" }
      return .answer(isGood ? 200 : 401, body: #"{"data":{}}"#)
    }
    defer { server.stop() }
    var configuration = RuntimeConfiguration(
      environment: ["PROSPECTB2B_API_KEY": "environment", "PROSPECTB2B_BASE_URL": server.url],
      checksRights: false, isolation: Driver.worker.isolation)
    configuration.credentials = { provider in
      asked.withLock { $0.append(provider) }
      return .key(good.withLock { $0 })
    }
    let runtime = try Runtime(configuration)
    let recipe = Recipe(
      source: "local crm = require 'prospectb2b' for _ = 1, 3 do crm.me() end", name: "three.lua")
    #expect(try await runtime.run(recipe).failure == nil)
    #expect(asked.withLock { $0 } == ["prospectb2b"])
    good.withLock { $0 = "second" }
    #expect(try await runtime.run(recipe).failure == nil)
    #expect(asked.withLock { $0.count } == 2)
    await runtime.shutdown()
  }

  @Test func `a host's credential is not printed by accident`() {
    var text = ""
    dump(ProviderCredential.key("s3cr3t"), to: &text)
    dump(ProviderCredential.login(username: "ada", password: "s3cr3t"), to: &text)
    #expect(!text.contains("s3cr3t") && !text.contains("ada"))
  }

  @Test func `every variable of a built-in description is known by its name`() throws {
    let variables = ProviderVariables()
    for provider in try KnownProviders.all() {
      let login = provider.authentication?.login
      let names = [
        provider.authentication?.environment, login?.usernameVariable, login?.passwordVariable,
      ]
      for name in names.compactMap(\.self) {
        #expect(variables.contains(name))
        #expect(variables.contains("\(name)_EU"))
      }
      #expect(!variables.contains("\(provider.name.uppercased())_BASE_URL"))
    }
    #expect(variables.removed(from: ["PATH": "p", "PROSPECTB2B_API_KEY": "k"]) == ["PATH": "p"])
    #expect(!variables.contains("ACME_API_KEY"))
    #expect(ProviderVariables(granted: ["acme"]).contains("ACME_API_KEY"))
  }
}
