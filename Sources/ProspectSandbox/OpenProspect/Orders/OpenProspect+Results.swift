import ProspectJSON

extension OpenProspect {
  /// `GET /orders/{order_id}/results`: companies with contacts [contract openprospect §5.1].
  func listResults(_ call: Call) throws(Refusal) -> Answer {
    let page = try page(call)
    let order = try order(call)
    guard order.status(at: call.now) == .completed else {
      guard readings.unfinishedResultsAreEmpty else {
        throw conflict("ORDER_NOT_COMPLETED", "The order has no results yet.")
      }
      return Answer(page.envelope([], total: 0, saysHasMore: true))
    }
    let count = ledger.catalog.count(of: order)
    let rows = page.range(in: count)
    let found = rows.map { ledger.catalog.company($0, of: order) }
    ledger.with { $0.orders.record(found) }
    let items = zip(rows, found).map { json(of: $1, row: $0, of: order) }
    return Answer(page.envelope(items, total: count, saysHasMore: true))
  }

  private func json(of company: FoundCompany, row: Int, of order: Order) -> JSON {
    let delivery = company.delivery
    var body: JSONObject = [
      "source_id": .optional(order.input(row)?.externalID), "id": .string(delivery.id),
      "name": .string(delivery.name), "website": .optional(delivery.website),
      "city": .string(delivery.city), "country": .string(delivery.country),
      "contacts": order.wants("CONTACTS") ? .array(delivery.prospects.map(\.json)) : [],
    ]
    if order.wants("TECHNOLOGIES") {
      body["technologies"] = .strings(signals(of: company).technologies.map(\.name))
    }
    return .object(body)
  }
}

extension Order {
  /// Everything is wanted unless features were named.
  fileprivate func wants(_ feature: String) -> Bool { features?.contains(feature) ?? true }
}
