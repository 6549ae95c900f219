import ProspectJSON
import Testing

@testable import ProspectSandbox

@Suite(.timeLimit(.minutes(1)))
struct ServerTests {
  @Test("One connection serves many requests")
  func keepAlive() async throws {
    try await TestSandbox.with { sandbox in
      let port = sandbox.port
      let statuses = try await blocking {
        let connection = try Connection(port: port)
        return try (1...20).map { number in
          try connection.exchange(
            TestSandbox.message(
              "POST", "/api/public/v1/leads", key: TestSandbox.prospectB2BKey,
              body: #"{"email":"l\#(number)@x.example"}"#)
          ).status
        }
      }
      #expect(statuses == Array(repeating: 200, count: 20))
    }
  }

  @Test("The same seed makes the same world, another seed another one")
  func deterministic() async throws {
    func world(seed: UInt64) async throws -> [String] {
      var texts: [String] = []
      try await TestSandbox.with {
        $0.seed = seed
      } _: { sandbox in
        let id = try await sandbox.firstProspectSearch()
        texts.append(try await sandbox.openProspect("/deliveries/\(id)/companies").text)
        texts.append(try await sandbox.scout("/companies").text)
        let link = try await sandbox.exportLink("")
        texts.append(try await sandbox.request("GET", link, key: nil).text)
      }
      return texts
    }
    let first = try await world(seed: 7)
    #expect(try await world(seed: 7) == first)
    let other = try await world(seed: 8)
    #expect(zip(first, other).allSatisfy { $0 != $1 })
  }

  @Test("A port that is taken is an error, and a stopped sandbox lets go of its own")
  func ports() async throws {
    let first = try await Sandbox.start(SandboxConfiguration())
    var configuration = SandboxConfiguration()
    configuration.port = first.port
    let error = await #expect(throws: SandboxError.self) {
      _ = try await Sandbox.start(configuration)
    }
    #expect(error?.message == "port \(first.port) is taken")
    await first.stop()
    #expect(throws: Connection.Failure.self) { try Connection(port: first.port) }
    let second = try await Sandbox.start(configuration)
    #expect(second.port == first.port)
    await second.stop()
  }

  @Test("The environment names every provider's address and a key that it accepts")
  func environment() async throws {
    let sandbox = try await Sandbox.start(SandboxConfiguration())
    let client = TestSandbox(port: sandbox.port, clock: SandboxClock())
    let environment = sandbox.environment
    #expect(environment["SPHERESCOUT_BASE_URL"] == "http://127.0.0.1:\(sandbox.port)")
    let answers = [
      try await client.openProspect(
        "/auth/validate", key: environment["OPENPROSPECT_API_KEY"] ?? ""),
      try await client.crm("/me", key: environment["PROSPECTB2B_API_KEY"] ?? ""),
      try await client.scout("/user/profile", key: environment["SPHERESCOUT_API_KEY"] ?? ""),
    ]
    #expect(answers.map(\.status) == [200, 200, 200])
    await sandbox.stop()
  }

  @Test("200,000 contacts are there at once and are all exported")
  func volume() async throws {
    try await TestSandbox.with {
      $0.contacts = 200_000
    } _: { sandbox in
      #expect(try await sandbox.scout("/companies").integer("totalCount") == 200_000)
      let link = try await sandbox.exportLink("?countries=BG&email=true")
      let rows = csvRows(try await sandbox.request("GET", link, key: nil).text)
      #expect(rows.count > 4_000)
    }
  }
}
