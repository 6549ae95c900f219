import ProspectJSON
import ProspectSandbox
import Testing

@Suite(.timeLimit(.minutes(1)))
struct OpenProspectBlacklistTests {
  @Test("A blacklist is created, read, changed field by field, listed and deleted")
  func life() async throws {
    try await TestSandbox.with { sandbox in
      let created = try await sandbox.openProspect(
        "POST", "/blacklists", #"{"name":"N","description":"D"}"#)
      let path = "/blacklists/\(try #require(created.string("id")))"
      #expect(created.status == 201)
      let renamed = try await sandbox.openProspect("PATCH", path, #"{"name":"M"}"#)
      #expect((renamed.string("name"), renamed.string("description")) == ("M", "D"))
      let cleared = try await sandbox.openProspect("PATCH", path, #"{"description":null}"#)
      #expect((cleared.string("name"), cleared.at("description")) == ("M", .null))
      #expect(try await sandbox.openProspect(path).at("description") == .null)
      let names = try await sandbox.openProspect("/blacklists").array("items").map { $0["name"] }
      #expect(names == ["Existing customers", "M"])
      let deleted = try await sandbox.openProspect("DELETE", path)
      #expect((deleted.status, deleted.body) == (204, []))
      #expect(try await sandbox.openProspect("DELETE", path).status == 404)
    }
  }

  @Test("Entries get ids, come in pages, and go by their ids; what is gone already is no error")
  func entries() async throws {
    try await TestSandbox.with { sandbox in
      let path = "/blacklists/\(try await sandbox.newBlacklist())/entries"
      let added = try await sandbox.openProspect(
        "POST", path,
        #"{"entries":[{"external_id":"1"},{"website_url":"https://a.example","city":null},{"company_name":"C"}]}"#
      )
      #expect((added.status, added.integer("added")) == (201, 3))
      let first = try await sandbox.openProspect("\(path)?limit=2")
      #expect((first.integer("total"), first.at("has_more")) == (3, true))
      let ids = first.array("items").compactMap { $0["id"]?.string }
      let body = #"{"entry_ids":["\#(ids[0])","\#(ids[1])"]}"#
      for _ in 0..<2 {
        #expect(try await sandbox.openProspect("DELETE", path, body).status == 204)
      }
      let rest = try await sandbox.openProspect(path)
      #expect(rest.array("items").map { $0["company_name"] } == ["C"])
    }
  }

  @Test("10,000 entries go in one call, one more is refused and adds nothing")
  func bulk() async throws {
    try await TestSandbox.with { sandbox in
      let path = "/blacklists/\(try await sandbox.newBlacklist())/entries"
      for (count, status) in [(10_000, 201), (10_001, 422)] {
        let entries = (0..<count).map { number in
          """
          {"external_id":"CUSTOMER-\(number)","website_url":"https://www.customer-\(number).example/welcome",\
          "company_name":"Gesellschaft für Beispiele Nummer \(number) mbH","city":"Frankfurt am Main"}
          """
        }
        let answer = try await sandbox.openProspect(
          "POST", path, #"{"entries":[\#(entries.joined(separator: ","))]}"#)
        #expect(answer.status == status)
      }
      #expect(try await sandbox.openProspect("\(path)?limit=1").integer("total") == 10_000)
    }
  }

  @Test("Attaching replaces the whole set; a deleted blacklist is attached nowhere")
  func attachment() async throws {
    try await TestSandbox.with { sandbox in
      let path = "/prospect-searches/\(try await sandbox.firstProspectSearch())/blacklists"
      let ids = [try await sandbox.newBlacklist("A"), try await sandbox.newBlacklist("B")]
      func attached(_ answer: TestResponse) -> [JSON?] {
        answer.array("items").map { $0["name"] }
      }
      let both = try await sandbox.openProspect(
        "PUT", path, #"{"blacklist_ids":["\#(ids[0])","\#(ids[1])"]}"#)
      #expect(attached(both) == ["A", "B"])
      let unknown = try await sandbox.openProspect(
        "PUT", path, #"{"blacklist_ids":["\#(ids[0])","x"]}"#)
      #expect(unknown.string("code") == "BLACKLIST_NOT_FOUND")
      #expect(attached(try await sandbox.openProspect(path)) == ["A", "B"])
      _ = try await sandbox.openProspect("DELETE", "/blacklists/\(ids[0])")
      #expect(attached(try await sandbox.openProspect(path)) == ["B"])
      #expect(
        attached(try await sandbox.openProspect("PUT", path, #"{"blacklist_ids":[]}"#)) == [])
    }
  }

  @Test(
    "A wrong body is a 422 that names the field",
    arguments: [
      ("POST", "/blacklists", "{}", "name"), ("POST", "/blacklists", #"{"name":""}"#, "name"),
      ("POST", "/blacklists", #"{"name":"N","description":7}"#, "description"),
      ("POST", "/blacklists", "[]", "body"), ("PATCH", "/blacklists/ID", "{}", "body"),
      ("PATCH", "/blacklists/ID", #"{"name":null}"#, "name"),
      ("POST", "/blacklists/ID/entries", "{}", "entries"),
      ("POST", "/blacklists/ID/entries", #"{"entries":[]}"#, "entries"),
      (
        "POST", "/blacklists/ID/entries", #"{"entries":[{"city":"C"},{}]}"#,
        "entries[1].company_name"
      ),
      (
        "POST", "/blacklists/ID/entries", #"{"entries":[{"external_id":7}]}"#,
        "entries[0].external_id"
      ),
      ("DELETE", "/blacklists/ID/entries", #"{"entry_ids":[]}"#, "entry_ids"),
      ("DELETE", "/blacklists/ID/entries", #"{"entry_ids":"e"}"#, "entry_ids"),
      ("PUT", "/prospect-searches/x/blacklists", "{}", "blacklist_ids"),
      (
        "PUT", "/prospect-searches/x/blacklists", #"{"blacklist_ids":["a","a"]}"#, "blacklist_ids"
      ),
    ])
  func validation(method: String, path: String, body: String, field: String) async throws {
    try await TestSandbox.with { sandbox in
      let target = path.replacing("ID", with: try await sandbox.newBlacklist())
      let answer = try await sandbox.openProspect(method, target, body)
      #expect((answer.status, answer.string("details.field")) == (422, field))
    }
  }
}
