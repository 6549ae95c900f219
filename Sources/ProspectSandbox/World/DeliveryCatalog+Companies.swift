extension DeliveryCatalog {
  /// Positions of all companies that a search found: the delivered ones, those that will be
  /// delivered, and as many again in five that a person turned down.
  func found(bySearch number: Int) -> Range<Int> {
    let good = searches[number].delivered + searches[number].upcoming
    return 0..<(good + good / 5)
  }

  /// Company `position` of a search as it stands at `now`: pending until it is delivered.
  func company(_ position: Int, foundBySearch number: Int, now: Instant) -> FoundCompany {
    let search = searches[number]
    let isGood = position < search.delivered + search.upcoming
    let isDelivered = isGood && deliveredAt(position, of: search) <= now
    var random = SplitMix64(seed: identifiers.seed &+ 4, index: number << 32 | position)
    return FoundCompany(
      searchID: search.id, delivery: delivery(position, ofSearch: number),
      businessType: random.pick(Category.all).name,
      matchTenths: isGood ? 60 + random.below(41) : random.below(60),
      reviewStatus: isDelivered ? .accepted : isGood ? .pending : .rejected)
  }

  /// The company with this id, when a search found it.
  func company(id: String, now: Instant) -> FoundCompany? {
    for number in searches.indices {
      for position in found(bySearch: number)
      where identifiers.uuid("company", number << 32 | position) == id {
        return company(position, foundBySearch: number, now: now)
      }
    }
    return nil
  }

  /// Every person at a company that was delivered up to `now`, with that company.
  func delivered(now: Instant) -> [(person: Prospect, company: Delivery)] {
    searches.indices.flatMap { number in
      positions(of: searches[number], since: nil, inclusive: false, now: now).flatMap { position in
        let company = delivery(position, ofSearch: number)
        return company.prospects.map { ($0, company) }
      }
    }
  }
}
