import ProspectJSON
import ProspectSandbox
import Testing

@Suite(.timeLimit(.minutes(1)))
struct OpenProspectSearchTests {
  @Test("A change names the version it read; a stale one is a 409 and changes nothing")
  func versions() async throws {
    try await TestSandbox.with { sandbox in
      let path = "/prospect-searches/\(try await sandbox.firstProspectSearch())"
      let read = try await sandbox.openProspect(path)
      let version = try #require(read.integer("version"))
      #expect(read.string("ideal_customer_profile") != nil)
      let change = #"{"version":\#(version),"name":"Renamed"}"#
      let changed = try await sandbox.openProspect("PATCH", path, change)
      #expect((changed.status, changed.integer("version")) == (200, version + 1))
      #expect(changed.at("stripped_fields") == [])
      let stale = try await sandbox.openProspect("PATCH", path, change)
      #expect((stale.status, stale.string("code")) == (409, "VERSION_CONFLICT"))
      #expect(try await sandbox.openProspect(path).integer("version") == version + 1)
      let list = try await sandbox.openProspect("/prospect-searches")
      #expect(list.array("items").first?["name"] == "Renamed")
    }
  }

  @Test("Fields of admins are dropped and listed; with nothing left the version stays")
  func stripped() async throws {
    try await TestSandbox.with { sandbox in
      let path = "/prospect-searches/\(try await sandbox.firstProspectSearch())"
      let answer = try await sandbox.openProspect(
        "PATCH", path, #"{"version":1,"search_keywords":["a"],"geo_locations":[]}"#)
      #expect(answer.at("stripped_fields") == ["geo_locations", "search_keywords"])
      #expect(answer.integer("version") == 1)
    }
  }

  @Test("A mask chooses among the fields that are sent")
  func mask() async throws {
    try await TestSandbox.with { sandbox in
      let path = "/prospect-searches/\(try await sandbox.firstProspectSearch())"
      let answer = try await sandbox.openProspect(
        "PATCH", path,
        #"{"version":1,"update_mask":["ideal_customer_profile"],"name":"N","ideal_customer_profile":"P"}"#
      )
      #expect(answer.string("ideal_customer_profile") == "P")
      #expect(answer.string("name") == "DACH SaaS buyers")
    }
  }

  @Test(
    "A wrong change is a 422 that names the field",
    arguments: [
      (#"{"name":"N"}"#, "version"), (#"{"version":"1"}"#, "version"),
      (#"{"version":1,"name":7}"#, "name"),
      (#"{"version":1,"update_mask":"name","name":"N"}"#, "update_mask"),
      (#"{"version":1,"update_mask":["status"],"name":"N"}"#, "update_mask"),
    ])
  func validation(body: String, field: String) async throws {
    try await TestSandbox.with { sandbox in
      let path = "/prospect-searches/\(try await sandbox.firstProspectSearch())"
      let answer = try await sandbox.openProspect("PATCH", path, body)
      #expect((answer.status, answer.string("details.field")) == (422, field))
    }
  }

  @Test("A webhook destination is kept in the ledger, its token is not shown")
  func destinations() async throws {
    try await TestSandbox.with { sandbox in
      let path = "/deliveries/\(try await sandbox.firstProspectSearch())/destinations"
      let hook =
        #"{"type":"webhook","url":"https://crm.example/h","auth_type":"bearer","auth_token":"s3"}"#
      let answer = try await sandbox.openProspect("POST", path, hook)
      #expect(answer.status == 201)
      #expect(!answer.text.contains("s3"))
      let ledger = try await sandbox.request("GET", "/_sandbox/ledger", key: nil)
      #expect(ledger.array("webhook_destinations").map { $0["url"] } == ["https://crm.example/h"])
      for (wrong, right) in [("webhook", "mail"), ("https:", "ftp:"), ("bearer", "basic")] {
        let bad = try await sandbox.openProspect("POST", path, hook.replacing(wrong, with: right))
        #expect(bad.status == 422)
      }
    }
  }
}
