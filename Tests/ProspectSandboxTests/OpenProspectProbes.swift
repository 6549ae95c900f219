import ProspectJSON
import ProspectSandbox
import Testing

/// What each switch of OpenProspect changes, as a client sees it: for each word, what is seen.
enum OpenProspectProbes {
  typealias Probe = @Sendable (TestSandbox) async throws -> String
  typealias Row = (name: String, expectations: KeyValuePairs<String, String>, probe: Probe)

  static let all: [Row] = lists + jobs + errors

  private static let lists: [Row] = [
    (
      "delivered_since_at_equality", ["exclusive": "0", "inclusive": "1"],
      { try await total($0, "delivered_since=2026-11-02T05:00:00Z") }
    ),
    (
      "empty_delivered_since", ["absent": "12", "refused": "422"],
      { try await total($0, "delivered_since=") }
    ),
    (
      "delivered_since_without_zone", ["utc": "1 1", "refused": "422 1"],
      { sandbox in
        let without = try await total(sandbox, "delivered_since=2026-11-02T04:59:59")
        let offset = try await total(sandbox, "delivered_since=2026-11-02T05:59:59%2B01:00")
        return "\(without) \(offset)"
      }
    ),
    (
      "delivery_order",
      ["oldest_first": "last", "newest_first": "first", "unstable": "unstable"], deliveryOrder
    ),
    (
      "prospect_members", ["people": "true", "nobody": "false"],
      { sandbox in
        let page = try await deliveries(sandbox, "")
        return "\(page.array("items").contains { $0["prospects"]?.array?.isEmpty == false })"
      }
    ),
    (
      "limit_out_of_range", ["refused": "422 nil", "clamped": "200 100"],
      { sandbox in
        let answer = try await sandbox.openProspect("/orders?limit=1000")
        return "\(answer.status) \(answer.integer("limit").map(String.init) ?? "nil")"
      }
    ),
    (
      "searches_has_more", ["omitted": "false", "present": "true"],
      { "\(try await $0.openProspect("/prospect-searches").at("has_more") != nil)" }
    ),
    (
      "trailing_slash", ["redirect": "307", "unknown": "404"],
      { "\(try await $0.openProspect("/orders/").status)" }
    ),
    (
      "orders_key", ["items": "items total limit offset has_more", "orders": "orders"],
      { sandbox in
        let page = try #require(try await sandbox.openProspect("/orders").members)
        return page.joined(separator: " ")
      }
    ),
  ]

  private static let jobs: [Row] = [
    (
      "idempotent_replay", ["current": "RUNNING", "first": "PENDING"],
      { sandbox in
        let id = try await createProfile(sandbox).string("profile_creation_id")
        sandbox.clock.advance(by: .seconds(1))
        _ = try await sandbox.openProspect("/search-profile-creations/\(try #require(id))")
        let again = try await createProfile(sandbox)
        #expect((again.status, again.string("profile_creation_id")) == (202, id))
        return try #require(again.string("status"))
      }
    ),
    (
      "body_comparison", ["json": "202", "bytes": "409"],
      { sandbox in
        _ = try await createProfile(sandbox)
        return "\(try await createProfile(sandbox, TestSandbox.profileBody + " ").status)"
      }
    ),
    (
      "results_before_completed", ["conflict": "409 nil", "empty": "200 0"],
      { sandbox in
        let results = try await sandbox.openProspect("/orders/\(sandbox.order(1))/results")
        return "\(results.status) \(results.integer("total").map(String.init) ?? "nil")"
      }
    ),
    (
      "job_timing",
      [
        "polled": "PENDING PENDING RUNNING SUCCEEDED RECEIVED",
        "clock": "PENDING SUCCEEDED SUCCEEDED SUCCEEDED RECEIVED",
        "immediate": "SUCCEEDED SUCCEEDED SUCCEEDED SUCCEEDED COMPLETED",
      ], jobTiming
    ),
    (
      "order_keys",
      ["honoured": "once, 201", "ignored": "twice, 201", "required": "once, 422"],
      { sandbox in
        let body = #"{"profile_id":"\#(try await sandbox.profile())","briefing_quantity":1}"#
        var ids: Set<String?> = []
        for _ in 0..<2 {
          let placed = try await sandbox.openProspect("POST", "/orders", body, idempotencyKey: "k")
          ids.insert(placed.string("order_id"))
        }
        let keyless = try await sandbox.openProspect("POST", "/orders", body)
        return "\(ids.count == 1 ? "once" : "twice"), \(keyless.status)"
      }
    ),
  ]

  private static let errors: [Row] = [
    (
      "conflict_code",
      [
        "specific": "IDEMPOTENCY_KEY_CONFLICT VERSION_CONFLICT", "generic": "CONFLICT CONFLICT",
      ],
      { sandbox in
        _ = try await createProfile(sandbox)
        let other = TestSandbox.profileBody.replacing("\"A\"", with: "\"Z\"")
        let keyed = try await createProfile(sandbox, other)
        let search = try await sandbox.firstProspectSearch()
        let stale = try await sandbox.openProspect(
          "PATCH", "/prospect-searches/\(search)", #"{"version":7,"name":"N"}"#)
        return "\(keyed.string("code") ?? "") \(stale.string("code") ?? "")"
      }
    ),
    (
      "unknown_profile_code",
      ["specific": "PROFILE_CREATION_NOT_FOUND", "generic": "NOT_FOUND"],
      { try await $0.openProspect("/search-profile-creations/x").string("code") ?? "" }
    ),
    (
      "rate_limit_answer",
      [
        "flat": "code message details, Retry-After 60",
        "oldest": "error message retry_after, Retry-After nil",
      ], rateLimit
    ),
    (
      "rate_limit_headers", ["none": "nil nil", "present": "39 38"],
      { sandbox in
        var left: [String] = []
        // A refusal counts, too.
        for path in ["/auth/validate", "/orders/x"] {
          let answer = try await sandbox.openProspect(path)
          left.append(answer["X-RateLimit-Remaining"] ?? "nil")
        }
        return left.joined(separator: " ")
      }
    ),
    (
      "order_id_key", ["order_id": "true false", "id": "false true"],
      { sandbox in
        let order = try #require(try await sandbox.openProspect("/orders").array("items").first)
        return "\(order["order_id"] != nil) \(order["id"] != nil)"
      }
    ),
    (
      "success_status", ["specific": "201 204", "ok": "200 200"],
      { sandbox in
        let created = try await sandbox.openProspect("POST", "/blacklists", #"{"name":"N"}"#)
        let id = try #require(created.string("id"))
        let deleted = try await sandbox.openProspect("DELETE", "/blacklists/\(id)")
        return "\(created.status) \(deleted.status)"
      }
    ),
    (
      "legacy_operations", ["served": "200 200 201", "gone": "404 404 404"],
      { sandbox in
        let id = try await sandbox.firstProspectSearch()
        let search = try await sandbox.openProspect("/prospect-searches/\(id)")
        let health = try await sandbox.request("GET", "/health", key: TestSandbox.openProspectKey)
        let hook = try await sandbox.openProspect(
          "POST", "/deliveries/\(id)/destinations",
          #"{"type":"webhook","url":"https://crm.example/h"}"#)
        return "\(search.status) \(health.status) \(hook.status)"
      }
    ),
  ]
}
