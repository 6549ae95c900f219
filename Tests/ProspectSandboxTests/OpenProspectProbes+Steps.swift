import ProspectJSON
import ProspectSandbox
import Testing

extension OpenProspectProbes {
  static func deliveries(_ sandbox: TestSandbox, _ query: String) async throws -> TestResponse {
    let id = try await sandbox.firstProspectSearch()
    return try await sandbox.openProspect("/deliveries/\(id)/companies?limit=100&\(query)")
  }

  /// The total of a delivery pull, or the status of its refusal.
  static func total(_ sandbox: TestSandbox, _ query: String) async throws -> String {
    let page = try await deliveries(sandbox, query)
    return page.integer("total").map(String.init) ?? "\(page.status)"
  }

  /// Where the company stands that was delivered last, unless that changes from call to call.
  static func deliveryOrder(_ sandbox: TestSandbox) async throws -> String {
    let newest = try await deliveries(sandbox, "delivered_since=2026-11-02T04:59:59Z")
    let id = try #require(newest.array("items").first?["id"]?.string)
    var orders: [[String]] = []
    for _ in 0..<12 {
      orders.append(
        try await deliveries(sandbox, "").array("items").compactMap { $0["id"]?.string })
    }
    // Whatever the order, nobody is lost within one page.
    #expect(Set(orders.map(Set.init)).count == 1)
    if Set(orders).count > 1 { return "unstable" }
    let position = try #require(orders.first?.firstIndex(of: id))
    return position == 0 ? "first" : position == orders[0].count - 1 ? "last" : "between"
  }

  static func createProfile(
    _ sandbox: TestSandbox, _ body: String = TestSandbox.profileBody
  ) async throws -> TestResponse {
    try await sandbox.openProspect("POST", "/search-profile-creations", body, idempotencyKey: "k")
  }

  /// The states of a creation at once, after 0.4 s and after 1.4 s, twice; and that of an order.
  static func jobTiming(_ sandbox: TestSandbox) async throws -> String {
    let created = try await createProfile(sandbox)
    #expect(created.string("status") == "PENDING")
    let id = try #require(created.string("profile_creation_id"))
    var states: [String] = []
    for pause in [0, 400, 1_000, 0] {
      sandbox.clock.advance(by: .milliseconds(pause))
      let state = try await sandbox.openProspect("/search-profile-creations/\(id)")
      states.append(try #require(state.string("status")))
    }
    let order = try await sandbox.openProspect("/orders/\(sandbox.order(1))")
    return (states + [try #require(order.string("status"))]).joined(separator: " ")
  }

  /// What is in the first 429, and its header.
  static func rateLimit(_ sandbox: TestSandbox) async throws -> String {
    for _ in 0..<100 {
      let answer = try await sandbox.openProspect("/auth/validate")
      guard answer.status == 429 else { continue }
      let members = try #require(answer.members).joined(separator: " ")
      return "\(members), Retry-After \(answer["Retry-After"] ?? "nil")"
    }
    return "never refused"
  }
}

extension TestResponse {
  /// The names of the members of the body, in their order.
  var members: [String]? { (try? JSON.parse(body))?.object?.names }
}
