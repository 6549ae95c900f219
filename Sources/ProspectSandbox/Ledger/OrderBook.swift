/// The orders of the OpenProspect account, and the companies that their results named.
struct OrderBook: Sendable {
  private(set) var orders: [Order]
  /// Companies that were handed out as results, by id: from then on they can be read one by one.
  private(set) var companies: [String: FoundCompany] = [:]
  private var keys = BoundKeys()

  /// An account that got a first order done a month before the sandbox starts.
  init(start: Instant, identifiers: Identifiers) {
    orders = [
      Order(
        number: 0, id: identifiers.uuid("order", 0),
        profileID: identifiers.uuid("first_profile", 0), countries: ["DE", "PL"],
        work: .discovery(quantity: 12), title: "First look at the market", features: nil,
        createdAt: start - .seconds(30 * 86_400), duration: .seconds(2 * 86_400),
        outcome: .completed)
    ]
  }

  func order(_ id: String) -> Order? { orders.first { $0.id == id } }

  /// Countries of an earlier order on the same profile.
  func countries(ofProfile id: String) -> [String]? {
    orders.first { $0.profileID == id }?.countries
  }

  func match(key: String, fingerprint: UInt64) -> BoundKeys.Match {
    keys.match(key, fingerprint: fingerprint)
  }

  mutating func bind(_ key: String, fingerprint: UInt64, to order: Order) {
    keys.bind(key, fingerprint: fingerprint, to: order.number)
  }

  mutating func append(_ order: Order) { orders.append(order) }

  mutating func record(_ found: [FoundCompany]) {
    for company in found { companies[company.delivery.id] = company }
  }
}
