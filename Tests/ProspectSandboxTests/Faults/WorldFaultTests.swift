import ProspectJSON
import Testing

@testable import ProspectSandbox

/// Faults of keys, jobs, files, lists and quotas.
@Suite(.timeLimit(.minutes(1)))
struct WorldFaultTests {
  @Test("A 401 comes once; after a rotation only the new key is good")
  func keys() async throws {
    let faults = ["prospectb2b.me#1:unauthorized", "prospectb2b.me#3:rotated-key=pb2b_live_n_ew"]
    try await TestSandbox.with(faults: faults[0], faults[1]) { sandbox in
      let old = [
        try await sandbox.crm("/me"), try await sandbox.crm("/me"), try await sandbox.crm("/me"),
      ]
      #expect(old.map(\.status) == [401, 200, 401])
      #expect(try await sandbox.crm("/me", key: "pb2b_live_n_ew").status == 200)
      #expect(try await sandbox.crm("/leads").status == 401)
      let keys = try await sandbox.request("GET", "/_sandbox/keys", key: nil)
      #expect(keys.string("PROSPECTB2B_API_KEY") == "pb2b_live_n_ew")
      #expect(try await sandbox.scout("/user/profile").status == 200)
    }
  }

  @Test("Tokens that were given are no longer good; a refresh helps")
  func tokens() async throws {
    try await TestSandbox.with(faults: "spherescout.account.profile#1:expired-tokens") { sandbox in
      let account = #"{"username":"ops@sandbox.example","password":"sandbox-password"}"#
      let login = try await sandbox.request("POST", "/api/auth/login", key: nil, body: account)
      let access = try #require(login.string("access"))
      let refresh = try #require(login.string("refresh"))
      #expect(try await sandbox.scout("/user/profile", key: access).status == 401)
      let again = try await sandbox.request(
        "POST", "/api/token/refresh", key: nil, body: #"{"refresh":"\#(refresh)"}"#)
      let renewed = try #require(again.string("access"))
      #expect(try await sandbox.scout("/user/profile", key: renewed).status == 200)
    }
  }

  @Test("A storm admits its rate, tells when to come back, and counts who comes earlier")
  func storm() async throws {
    try await TestSandbox.with(faults: "prospectb2b.me#1:storm=2") { sandbox in
      let first = [
        try await sandbox.crm("/me"), try await sandbox.crm("/leads"), try await sandbox.crm("/me"),
      ]
      #expect(first.map(\.status) == [200, 200, 429])
      #expect(first[2]["Retry-After"] == "1")
      #expect(first[2]["X-RateLimit-Remaining"] == "0")
      sandbox.clock.advance(by: .milliseconds(300))
      #expect(try await sandbox.crm("/me").status == 429)
      sandbox.clock.advance(by: .seconds(1))
      #expect(try await sandbox.crm("/me").status == 200)
      let counts = ["admitted", "refused", "undercuts"]
      for (name, count) in zip(counts, [3, 2, 1]) {
        #expect(try await sandbox.summary("faults.storms.prospectb2b.\(name)") == count)
      }
      #expect(try await sandbox.scout("/user/profile").status == 200)
    }
  }

  @Test("A job is stuck, or fails and costs nothing")
  func jobs() async throws {
    let start = "spherescout.exports.start"
    try await TestSandbox.with(faults: "\(start)#1:stuck-job=1h", "\(start)#2:failed-job") {
      sandbox in
      let search = try #require(try await sandbox.scout("/companies").string("search_id"))
      var tasks: [String] = []
      for _ in 1...2 {
        let started = try await sandbox.scout("/download-csv?search_id=\(search)")
        tasks.append(try #require(started.string("task_id")))
      }
      sandbox.clock.advance(by: .seconds(60))
      var statuses: [String?] = []
      for task in tasks {
        statuses.append(try await sandbox.scout("/download-status/\(task)").string("status"))
      }
      #expect(statuses == ["pending", "failed"])
      #expect(try await sandbox.summary("credits.spent") == 500)
      sandbox.clock.advance(by: .seconds(3600))
      let ended = try await sandbox.scout("/download-status/\(tasks[0])")
      #expect(ended.string("status") == "ready")
    }
  }

  @Test("An expired link is dead for ever; the job gives a new one, at no cost")
  func links() async throws {
    try await TestSandbox.with(faults: "spherescout.file#1:expired-link") { sandbox in
      let link = try await sandbox.exportLink("")
      #expect(try await sandbox.request("GET", link, key: nil).status == 403)
      #expect(try await sandbox.request("GET", link, key: nil).status == 403)
      let ledger = try await sandbox.request("GET", "/_sandbox/ledger", key: nil)
      let task = try #require(ledger.array("exports").first?["task_id"]?.string)
      let fresh = try await sandbox.scout("/download-status/\(task)").target("download_url")
      let file = try await sandbox.request("GET", try #require(fresh), key: nil)
      #expect(file.status == 200)
      #expect(try await sandbox.summary("jobs.exports") == 1)
    }
  }

  @Test("A range is ignored once; a file that changed has another ETag, other bytes, the same rows")
  func files() async throws {
    let faults = ["spherescout.file#1:ignored-range", "spherescout.file#2:changed-etag"]
    try await TestSandbox.with(faults: faults[0], faults[1]) { sandbox in
      let link = try await sandbox.exportLink("")
      let part = ["Range": "bytes=100-"]
      let whole = try await sandbox.request("GET", link, key: nil, headers: part)
      #expect(whole.status == 200)
      let second = try await sandbox.request("GET", link, key: nil, headers: part)
      #expect(second.status == 206)
      let etag = try #require(second["ETag"])
      let resumed = try await sandbox.request(
        "GET", link, key: nil, headers: ["Range": "bytes=100-", "If-Range": etag])
      #expect(resumed.status == 200)
      #expect(resumed["ETag"] != etag)
      #expect(resumed.body != whole.body)
      #expect(
        resumed.text.split(whereSeparator: \.isNewline)
          == whole.text.split(whereSeparator: \.isNewline))
    }
  }

  @Test(
    "Rows that come in before a page repeat its last ones, rows that go away skip some",
    arguments: [2, -2])
  func drift(rows: Int) async throws {
    let fault = "openprospect.deliveries.companies#1:page-drift=\(rows > 0 ? "+" : "")\(rows)"
    try await TestSandbox.with(faults: fault) { sandbox in
      let list = "/deliveries/\(try await sandbox.firstProspectSearch())/companies?limit=5"
      let first = try await sandbox.openProspect("\(list)&offset=0")
      let second = try await sandbox.openProspect("\(list)&offset=5")
      let ids = [first, second].map { $0.array("items").compactMap { $0["id"]?.string } }
      #expect(Set(ids[0]).intersection(ids[1]).count == max(rows, 0))
      #expect(second.integer("total") == (first.integer("total") ?? 0) + rows)
    }
  }

  @Test("Companies that are delivered late come at the end of the list")
  func lateDeliveries() async throws {
    try await TestSandbox.with(faults: "openprospect.deliveries.companies#2:late-deliveries=2") {
      sandbox in
      let list = "/deliveries/\(try await sandbox.firstProspectSearch())/companies"
      let totals = [try await sandbox.openProspect(list), try await sandbox.openProspect(list)]
      #expect(totals[1].integer("total") == (totals[0].integer("total") ?? 0) + 2)
      #expect(
        totals[1].array("items").prefix(totals[0].array("items").count)
          == totals[0].array("items")[...])
    }
  }
}
