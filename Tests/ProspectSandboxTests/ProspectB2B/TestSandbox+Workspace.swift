import ProspectJSON
import Testing

@testable import ProspectSandbox

extension TestSandbox {
  func crm(patch target: String, _ body: String) async throws -> TestResponse {
    try await request("PATCH", "/api/public/v1\(target)", key: Self.prospectB2BKey, body: body)
  }

  func crm(delete target: String) async throws -> TestResponse {
    try await request("DELETE", "/api/public/v1\(target)", key: Self.prospectB2BKey)
  }

  /// Creates something and gives its id.
  func made(_ target: String, _ body: String) async throws -> String {
    let answer = try await crm(post: target, body)
    return try #require(answer.string("data.id"), "\(target) answered \(answer.text)")
  }

  /// Lets the next job of this kind fail.
  func failNext(_ kind: String) async throws {
    _ = try await request("POST", "/_sandbox/jobs/fail-next?kind=\(kind)", key: nil)
  }

  /// Registers an endpoint for every event; what is sent to it finds nobody.
  func deafWebhook() async throws -> String {
    let names = WebhookEvent.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ",")
    return try await made("/webhooks", #"{"url":"https://127.0.0.1:1/","events":[\#(names)]}"#)
  }

  /// The events that an endpoint has to be told, in their order.
  func events(of webhook: String) async throws -> [String] {
    try await crm("/webhooks/\(webhook)/deliveries?limit=100").array("data")
      .compactMap { $0["event"]?.string }
  }
}

extension TestSandbox {
  /// Runs `body` with a sandbox that reads some gaps as the named words say.
  static func reading(
    _ words: KeyValuePairs<String, String>,
    _ configure: (inout SandboxConfiguration) -> Void = { _ in },
    _ body: (TestSandbox) async throws -> Void
  ) async throws {
    var configuration = SandboxConfiguration()
    for (name, word) in words { try configuration.read(name, word) }
    let readings = configuration.readings
    try await with(
      {
        $0.readings = readings
        configure(&$0)
      }, body)
  }
}

extension SandboxConfiguration {
  /// Reads a gap in another way, by the name that the command line uses.
  mutating func read(_ name: String, _ word: String) throws {
    let found = try #require(
      SandboxReadings.switches.first { $0.name == "prospectb2b.\(name)" }, "no switch \(name)")
    try #require(found.set(word, in: &readings), "\(name) has no reading \(word)")
  }
}

/// Asks again until `condition` holds; for what another process or connection does.
func eventually(_ condition: () async throws -> Bool) async throws {
  let deadline = ContinuousClock.now + .seconds(20)
  while try await !condition() {
    try #require(ContinuousClock.now < deadline, "it did not come to pass")
    try await Task.sleep(for: .milliseconds(5))
  }
}
