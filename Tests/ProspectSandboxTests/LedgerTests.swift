import ProspectJSON
import Testing

@testable import ProspectSandbox

@Suite(.timeLimit(.minutes(1)))
struct LedgerTests {
  @Test("Upserting every exported and delivered person makes as many leads as the ledger counts")
  func census() async throws {
    try await TestSandbox.with { sandbox in
      let link = try await sandbox.exportLink("?email=true")
      let file = try await sandbox.request("GET", link, key: nil)
      var people = csvRows(file.text).dropFirst().map { row in
        #"{"email":"\#(row[9].prefix { $0 != ";" })"}"#
      }
      let exported = people.count
      for search in try await sandbox.openProspect("/prospect-searches").array("items") {
        let id = try #require(search["id"]?.string)
        let page = try await sandbox.openProspect("/deliveries/\(id)/companies?limit=100")
        #expect(page.at("has_more") == false)
        for person in page.array("items").flatMap({ $0["prospects"]?.array ?? [] }) {
          let id = try #require(person["id"]?.string)
          people.append(
            person["email"]?.string.map { #"{"email":"\#($0)"}"# }
              ?? #"{"external_id":"openprospect:\#(id)"}"#)
        }
      }
      for person in people + people.reversed() {
        #expect(try await sandbox.crm(post: "/leads/upsert", person).status == 200)
      }
      let leads = try await sandbox.summary("leads.total")
      #expect(leads == (try await sandbox.summary("contacts.distinct")))
      #expect(leads > (try await sandbox.summary("contacts.distinct_emails")))
      #expect(exported == (try await sandbox.summary("contacts.exported_rows")))
      // Both sources repeat people, and each other's.
      #expect(try await sandbox.summary("contacts.exported_distinct") < exported)
      let separately =
        try await sandbox.summary("contacts.exported_distinct")
        + sandbox.summary("contacts.delivered_distinct")
      #expect(try await sandbox.summary("contacts.distinct") < separately)
    }
  }

  @Test("Calls are counted by operation and outcome, the ledger lists jobs, leads can be read")
  func counts() async throws {
    try await TestSandbox.with { sandbox in
      _ = try await sandbox.crm(post: "/leads", #"{"email":"a@x.example"}"#, idempotencyKey: "k")
      _ = try await sandbox.crm(post: "/leads", #"{"email":"a@x.example"}"#, idempotencyKey: "k")
      _ = try await sandbox.crm(post: "/leads", "{}")
      _ = try await sandbox.exportLink("?countries=FR")
      let ledger = try await sandbox.request("GET", "/_sandbox/ledger", key: nil)
      let calls = try #require(ledger.at("calls"))
      let creates = try #require(calls["prospectb2b.leads.create"])
      #expect(creates == ["calls": 3, "succeeded": 2, "refused": 1, "replayed": 1])
      #expect(ledger.integer("idempotency_keys") == 1)
      #expect(ledger.array("exports").first?["status"] == "ready")
      let leads = try await sandbox.request("GET", "/_sandbox/leads?limit=5", key: nil)
      #expect(leads.array("leads").map { $0["email"] } == ["a@x.example"])
    }
  }
}
