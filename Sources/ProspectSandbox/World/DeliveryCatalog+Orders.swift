extension DeliveryCatalog {
  /// No order brings more companies than an enrichment may name.
  static let largestOrder = 10_000

  /// How many companies an order brings.
  func count(of order: Order) -> Int { min(order.quantity, DeliveryCatalog.largestOrder) }

  /// Company `index` of an order: a new one, or the caller's with people found for it.
  func company(_ index: Int, of order: Order) -> FoundCompany {
    // Numbers of orders lie above those of searches, of which each has fewer than 2³² companies.
    let number = (searches.count + order.number) << 32 | index
    var random = SplitMix64(seed: identifiers.seed &+ 5, index: number)
    let drawn = delivery(number: number, countries: order.countries, mark: "o\(order.number)-")
    return FoundCompany(
      searchID: nil, delivery: drawn.renamed(as: order.input(index)),
      businessType: random.pick(Category.all).name, matchTenths: 60 + random.below(41),
      reviewStatus: .accepted)
  }
}

extension Order {
  /// The company that the caller named at this place; nil in a discovery.
  func input(_ index: Int) -> Company? {
    switch work {
    case .discovery: nil
    case .enrichment(let companies): companies[index]
    }
  }
}

extension Delivery {
  /// This company under the facts that the caller knows already.
  fileprivate func renamed(as input: Order.Company?) -> Delivery {
    guard let input else { return self }
    return Delivery(
      id: id, name: input.name, website: input.website ?? website, city: input.city ?? city,
      country: input.country ?? country, prospects: prospects)
  }
}
