import ProspectJSON
import ProspectRuntime
import Testing

/// Signatures, computed by the host: the vector of the contract (prospectb2b §9), and what it must not accept.
@Suite(.timeLimit(.minutes(1))) struct WebhookTests {
  private static let right = "42eb35894937ec834bd4dbf5ccedb262ebe8fd7497ef53aaaf4107ecaf4f7513"
  private static let none = String(repeating: "0", count: 64)

  private func verify(
    _ driver: Driver = .worker, signature: String = "v1=\(right)",
    secret: String = "whsec_demo_5f2c9a7e1b", stamp: String = "1767225600",
    event: String = "lead.created", change: String = ""
  ) async throws -> (RunResult, String) {
    let test = try TestRuntime(driver)
    let result = try await test.run(
      #"""
      local event = webhooks.verify {
        secret = "\#(secret)",
        headers = {
          ["X-PROSPECTB2B-EVENT"] = "\#(event)", ["x-prospectb2b-timestamp"] = "\#(stamp)",
          ["X-ProspectB2B-Signature"] = "\#(signature)", Host = "localhost",
        },
        body = [[{"id":"evt_0001","object":"event","type":"lead.created","created_at":"2026-01-01T00:00:00.000Z","data":{"id":"lead_0001","object":"lead"}}\#(change)]],
        tolerance = "36500d",
      }
      print(event.id, event.data.id)
      """#)
    return (result, test.printed)
  }

  @Test(arguments: Driver.allCases)
  func `the vector of the contract is genuine`(_ driver: Driver) async throws {
    let (result, printed) = try await verify(driver)
    #expect(result.failure == nil && printed == "evt_0001\tlead_0001\n")
  }

  @Test(arguments: [
    "v1=\(none),v1=\(right)", "v1=\(right), v1=\(none)", "v9=\(none), v1=\(right)",
    " v1=\(right) ", "v1=\(right.uppercased())", "v1=abc,v1=\(right)",
  ])
  func `one right signature among several is enough`(_ signature: String) async throws {
    #expect(try await verify(signature: signature).0.failure == nil)
  }

  @Test(arguments: [
    "v1=\(none)", "v1=\(right.dropLast(2))", "v1=\(right)00", "v1=\(none),v1=abc",
    "v1=\(right.dropLast())",
  ])
  func `a wrong signature is refused, and the right one is not shown`(_ signature: String)
    async throws
  {
    let failure = try #require(try await verify(signature: signature).0.failure)
    #expect(failure.kind == .signature)
    #expect(failure.message.contains("no signature of the delivery is right"))
    #expect(!"\(failure) \(failure.hint ?? "")".contains(Self.right))
  }

  @Test func `another secret, body or timestamp is refused`() async throws {
    for (result, _) in [
      try await verify(secret: "whsec_demo_5f2c9a7e1c"), try await verify(change: " "),
      try await verify(stamp: "1767225601"),
    ] { #expect(result.failure?.kind == .signature) }
  }

  @Test func `the event in the header must be that of the body`() async throws {
    let failure = try #require(try await verify(event: "lead.deleted").0.failure)
    #expect(failure.kind == .signature)
    #expect(failure.message.contains(#"says "lead.deleted", the body says "lead.created""#))
  }
}
