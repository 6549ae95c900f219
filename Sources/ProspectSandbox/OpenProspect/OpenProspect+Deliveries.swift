import ProspectJSON

extension OpenProspect {
  /// `GET /prospect-searches` [seed 000].
  func listSearches(_ call: Call) throws(Refusal) -> Answer {
    let page = try page(call)
    let searches = ledger.catalog.searches
    let items = searches[page.range(in: searches.count)].map { search -> JSON in
      ["id": .string(search.id), "name": .string(search.name), "status": .string(search.status)]
    }
    return Answer(
      page.envelope(items, total: searches.count, saysHasMore: readings.searchesSayHasMore))
  }

  /// `GET /deliveries/{prospect_search_id}/companies`: companies with embedded prospects [seed
  /// 000].
  ///
  /// No item carries the time of its delivery: none is documented [contract openprospect §4.3].
  func listDeliveries(_ call: Call) throws(Refusal) -> Answer {
    let page = try page(call)
    let since = try deliveredSince(call)
    let catalog = ledger.catalog
    let id = call.parameter("prospect_search_id")
    guard let number = catalog.searches.firstIndex(where: { $0.id == id }) else {
      throw Refusal(404, "PROSPECT_SEARCH_NOT_FOUND", "No such prospect search for this key.")
    }
    let positions = catalog.positions(
      of: catalog.searches[number], since: since, inclusive: readings.deliveredSinceIsInclusive,
      now: call.now)
    let served = positions[page.range(in: positions.count) + positions.lowerBound]
    ledger.with { $0.deliveries.record(served, ofSearch: number) }
    let items = served.map { catalog.delivery($0, ofSearch: number).json }
    return Answer(page.envelope(items, total: positions.count, saysHasMore: true))
  }

  private func deliveredSince(_ call: Call) throws(Refusal) -> Instant? {
    guard let text = call.query["delivered_since"] else { return nil }
    if text.isEmpty && !readings.refusesEmptyDeliveredSince { return nil }
    guard let instant = Instant(text: text) else {
      throw .invalid("delivered_since", "must be an ISO 8601 date-time", provided: text)
    }
    return instant
  }
}

extension Delivery {
  fileprivate var json: JSON {
    [
      "id": .string(id), "name": .string(name), "website": .optional(website),
      "city": .string(city), "country": .string(country),
      "prospects": .array(
        prospects.map { person in
          [
            "id": .string(person.id), "full_name": .string(person.fullName),
            "job_title": .string(person.jobTitle), "email": .optional(person.email),
            "phone": .optional(person.phone),
          ]
        }),
    ]
  }
}

private func + (range: Range<Int>, distance: Int) -> Range<Int> {
  range.lowerBound + distance..<range.upperBound + distance
}
