import ProspectJSON
import ProspectSandbox
import Testing

extension TestSandbox {
  static let profileBody = """
    {"profile_name":"A","ideal_customer_profile":"B","target_countries":["DE"]}
    """

  /// An OpenProspect write, keyed when `idempotencyKey` is given.
  func openProspect(
    _ method: String, _ target: String, _ body: String? = nil, idempotencyKey: String? = nil,
    key: String = openProspectKey
  ) async throws -> TestResponse {
    try await request(
      method, "/api/v1\(target)", key: key,
      headers: idempotencyKey.map { ["Idempotency-Key": $0] } ?? [:], body: body)
  }

  /// A profile that orders can be placed on.
  func profile() async throws -> String {
    let orders = try await openProspect("/orders")
    let rows = orders.array("items") + orders.array("orders")
    return try #require(rows.first?["profile_id"]?.string)
  }

  /// Places a discovery order and gives back its id.
  func order(_ quantity: Int) async throws -> String {
    let answer = try await openProspect(
      "POST", "/orders",
      #"{"profile_id":"\#(try await profile())","briefing_quantity":\#(quantity)}"#)
    return try #require(answer.string("order_id"))
  }

  func newBlacklist(_ name: String = "N") async throws -> String {
    let created = try await openProspect("POST", "/blacklists", #"{"name":"\#(name)"}"#)
    return try #require(created.string("id"))
  }
}
