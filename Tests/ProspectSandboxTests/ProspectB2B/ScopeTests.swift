import HTTPTypes
import ProspectJSON
import Testing

@testable import ProspectSandbox

@Suite(.timeLimit(.minutes(1)))
struct ScopeTests {
  /// The operations as they lie by default.
  private static let endpoints = ProspectB2B.endpoints.filter {
    !$0.path.hasPrefix("/leads/imports") && !$0.path.hasPrefix("/leads/exports")
  }

  private static func target(_ endpoint: Endpoint<ProspectB2B>) -> String {
    ProspectB2B.prefix
      + endpoint.path.split(separator: "/").map { $0.hasPrefix(":") ? "/x" : "/\($0)" }.joined()
  }

  @Test("There are 54 operations, each with a method, a path and a name of its own")
  func operations() {
    #expect(Self.endpoints.count == 54)
    #expect(Set(Self.endpoints.map(\.name)).count == 54)
    #expect(Set(Self.endpoints.map { "\($0.method) \($0.path)" }).count == 54)
  }

  @Test(
    "Each operation is refused to a key that lacks its scope, before anything else is looked at")
  func scopes() async throws {
    try await TestSandbox.with { sandbox in
      for endpoint in Self.endpoints {
        let scope = try #require(endpoint.scopes.first)
        let answer = try await sandbox.request(
          endpoint.method.rawValue, Self.target(endpoint), key: "pb2b_live_a_no-\(scope)",
          body: endpoint.isWrite ? "{" : nil)
        #expect(answer.status == 403, "\(endpoint.name)")
        #expect(answer.string("error.details.required_scope") == scope, "\(endpoint.name)")
      }
    }
  }

  @Test("A read-only key may call every read and no write")
  func readOnly() async throws {
    try await TestSandbox.with { sandbox in
      for endpoint in Self.endpoints {
        let answer = try await sandbox.request(
          endpoint.method.rawValue, Self.target(endpoint), key: "pb2b_live_readonly_1",
          body: endpoint.isWrite ? "{" : nil)
        #expect(
          (answer.string("error.code") == "read_only") == endpoint.isWrite, "\(endpoint.name)")
      }
      #expect(try await sandbox.summary("leads.total") == 0)
    }
  }

  @Test("Every POST repeats its answer under the same key, and refuses the key for another payload")
  func idempotency() async throws {
    try await TestSandbox.with { sandbox in
      let workflow = try await sandbox.activeWorkflow()
      let campaign = try await sandbox.made("/campaigns", "{}")
      let posts: [(String, String?)] = [
        ("/leads", #"{"email":"b@x.example"}"#), ("/leads/upsert", #"{"email":"c@x.example"}"#),
        ("/leads/bulk", #"{"leads":[{"email":"d@x.example"}]}"#),
        ("/imports", #"{"rows":[{"email":"e@x.example"}]}"#), ("/exports", "{}"),
        ("/webhooks", #"{"url":"https://x.example","events":["lead.created"]}"#),
        ("/campaigns", "{}"), ("/campaigns/\(campaign)/publish", nil),
        ("/campaigns/\(campaign)/run", nil), ("/prospector/workflows", "{}"),
        ("/prospector/workflows/\(workflow)/run", nil),
      ]
      // The one that is left is the retry of a delivery.
      #expect(Self.endpoints.count { $0.method == .post } == posts.count + 1)
      for (target, body) in posts {
        let first = try await sandbox.crm(post: target, body, idempotencyKey: "k")
        let again = try await sandbox.crm(post: target, body, idempotencyKey: "k")
        #expect(again.string("data.id") == first.string("data.id"), "\(target)")
        #expect(again["Idempotent-Replayed"] == "true", "\(target)")
        let other = try await sandbox.crm(post: target, #"{"name":"other"}"#, idempotencyKey: "k")
        #expect(other.string("error.code") == "idempotency_conflict", "\(target)")
      }
    }
  }

  @Test("A delivery is sent again once under the same key")
  func retries() async throws {
    try await TestSandbox.with { sandbox in
      let webhook = try await sandbox.deafWebhook()
      _ = try await sandbox.made("/leads", #"{"email":"a@x.example"}"#)
      let deliveries = try await sandbox.crm("/webhooks/\(webhook)/deliveries").array("data")
      let delivery = try #require(deliveries.first?["id"]?.string)
      let retry = "/webhooks/\(webhook)/deliveries/\(delivery)/retry"
      // While the first attempt is under way, a retry is refused.
      try await eventually {
        try await sandbox.crm(post: retry, nil, idempotencyKey: "k").status == 200
      }
      let again = try await sandbox.crm(post: retry, nil, idempotencyKey: "k")
      #expect((again.status, again["Idempotent-Replayed"]) == (200, "true"))
    }
  }
}
