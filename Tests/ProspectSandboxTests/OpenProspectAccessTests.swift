import ProspectJSON
import ProspectSandbox
import Testing

@Suite(.timeLimit(.minutes(1)))
struct OpenProspectAccessTests {
  /// Every operation that needs a scope [contract openprospect §3].
  private static let scopes: [(String, String, [String])] = [
    ("GET", "/prospect-searches", ["prospect_searches:read"]),
    ("GET", "/prospect-searches/x", ["prospect_searches:read"]),
    ("PATCH", "/prospect-searches/x", ["prospect_searches:write"]),
    ("GET", "/prospect-searches/x/blacklists", ["blacklists:read"]),
    ("PUT", "/prospect-searches/x/blacklists", ["blacklists:write"]),
    ("GET", "/deliveries/x/companies", ["companies:read", "prospects:read"]),
    ("POST", "/search-profile-creations", ["orders:write"]),
    ("GET", "/search-profile-creations/x", ["orders:read"]),
    ("POST", "/orders", ["orders:write"]), ("GET", "/orders", ["orders:read"]),
    ("GET", "/orders/x", ["orders:read"]), ("GET", "/orders/x/results", ["orders:read"]),
    ("GET", "/companies", ["companies:read"]), ("GET", "/companies/x", ["companies:read"]),
    ("GET", "/companies/x/jobs", ["companies:read"]),
    ("GET", "/companies/x/jobs/summary", ["companies:read"]),
    ("GET", "/companies/x/webtech-intel", ["companies:read"]),
    ("GET", "/companies/x/webtech-intel/summary", ["companies:read"]),
    ("GET", "/prospects", ["prospects:read"]), ("GET", "/prospects/x", ["prospects:read"]),
    ("POST", "/blacklists", ["blacklists:write"]), ("GET", "/blacklists", ["blacklists:read"]),
    ("GET", "/blacklists/x", ["blacklists:read"]),
    ("PATCH", "/blacklists/x", ["blacklists:write"]),
    ("DELETE", "/blacklists/x", ["blacklists:write"]),
    ("POST", "/blacklists/x/entries", ["blacklists:write"]),
    ("GET", "/blacklists/x/entries", ["blacklists:read"]),
    ("DELETE", "/blacklists/x/entries", ["blacklists:write"]),
  ]

  @Test("Each operation names the scopes that a key lacks, before it looks at anything else")
  func scopes() async throws {
    try await TestSandbox.with { sandbox in
      for (method, path, scopes) in Self.scopes {
        let body = method == "GET" ? nil : "{}"
        let without = try await sandbox.openProspect(
          method, path, body, key: "lnc_live_noscope")
        #expect(without.status == 403, "\(method) \(path)")
        #expect(without.string("code") == "AUTHORIZATION_ERROR")
        let required = without.array("details.required_scopes").compactMap(\.string)
        #expect(required == scopes, "\(method) \(path)")
        let keyless = try await sandbox.request(method, "/api/v1\(path)", key: nil, body: body)
        #expect(keyless.status == 401, "\(method) \(path)")
        let readOnly = try await sandbox.openProspect(
          method, path, body, key: "lnc_live_readonly")
        let isWrite = scopes.contains { $0.hasSuffix(":write") }
        #expect((readOnly.status == 403) == isWrite, "\(method) \(path)")
      }
    }
  }

  @Test(
    "What does not exist is a 404 with the code of its kind",
    arguments: [
      ("GET", "/prospect-searches/x", nil, "PROSPECT_SEARCH_NOT_FOUND"),
      ("PATCH", "/prospect-searches/x", #"{"version":1}"#, "PROSPECT_SEARCH_NOT_FOUND"),
      ("GET", "/prospect-searches/x/blacklists", nil, "PROSPECT_SEARCH_NOT_FOUND"),
      (
        "PUT", "/prospect-searches/x/blacklists", #"{"blacklist_ids":[]}"#,
        "PROSPECT_SEARCH_NOT_FOUND"
      ),
      (
        "GET", "/companies?prospect_search_id=0f9a6c3d-b7e1-4258-94c0-8d3e5a1b7f62", nil,
        "PROSPECT_SEARCH_NOT_FOUND"
      ),
      ("GET", "/orders/x", nil, "ORDER_NOT_FOUND"),
      ("GET", "/orders/x/results", nil, "ORDER_NOT_FOUND"),
      (
        "POST", "/orders", #"{"profile_id":"x","briefing_quantity":1}"#, "PROFILE_NOT_FOUND"
      ),
      ("GET", "/companies/x", nil, "COMPANY_NOT_FOUND"),
      ("GET", "/companies/x/jobs", nil, "COMPANY_NOT_FOUND"),
      ("GET", "/companies/x/webtech-intel/summary", nil, "COMPANY_NOT_FOUND"),
      ("GET", "/prospects/x", nil, "PROSPECT_NOT_FOUND"),
      ("GET", "/blacklists/x", nil, "BLACKLIST_NOT_FOUND"),
      ("GET", "/blacklists/x/entries", nil, "BLACKLIST_NOT_FOUND"),
      ("PATCH", "/blacklists/x", #"{"name":"N"}"#, "BLACKLIST_NOT_FOUND"),
      ("DELETE", "/blacklists/x", nil, "BLACKLIST_NOT_FOUND"),
      ("POST", "/blacklists/x/entries", #"{"entries":[{"city":"C"}]}"#, "BLACKLIST_NOT_FOUND"),
      ("DELETE", "/blacklists/x/entries", #"{"entry_ids":["e"]}"#, "BLACKLIST_NOT_FOUND"),
      (
        "POST", "/deliveries/x/destinations", #"{"type":"webhook","url":"https://a.example"}"#,
        "DELIVERY_NOT_FOUND"
      ),
    ])
  func unknown(method: String, path: String, body: String?, code: String) async throws {
    try await TestSandbox.with { sandbox in
      let answer = try await sandbox.openProspect(method, path, body)
      #expect((answer.status, answer.string("code")) == (404, code))
    }
  }

  @Test("The page of the service's health lies outside of the API and needs a key, no scope")
  func health() async throws {
    try await TestSandbox.with { sandbox in
      let up = try await sandbox.request("GET", "/health", key: "lnc_live_noscope")
      #expect((up.status, up.string("status")) == (200, "healthy"))
      #expect(try await sandbox.request("GET", "/health", key: nil).status == 401)
    }
  }
}
