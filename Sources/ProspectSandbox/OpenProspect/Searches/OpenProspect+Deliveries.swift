import ProspectJSON

extension OpenProspect {
  /// `GET /deliveries/{prospect_search_id}/companies`: companies with embedded prospects [seed
  /// 000].
  ///
  /// No item carries the time of its delivery: none is documented [contract openprospect §4.3].
  func listDeliveries(_ call: Call) throws(Refusal) -> Answer {
    let page = try page(call)
    let since = try deliveredSince(call)
    let catalog = ledger.catalog
    let number = try searchNumber(call.parameter("prospect_search_id"))
    let positions = catalog.positions(
      of: catalog.searches[number], since: since, inclusive: readings.deliveredSinceIsInclusive,
      now: call.now, early: ledger.with { $0.faults.lateDeliveries[number] ?? 0 })
    let served = page.range(in: positions.count).map { position($0, of: positions, call) }
    ledger.with { $0.deliveries.record(served, ofSearch: number) }
    let items = served.map { json(of: catalog.delivery($0, ofSearch: number)) }
    return Answer(page.envelope(items, total: positions.count, saysHasMore: true))
  }

  /// `POST /deliveries/{delivery_id}/destinations` [contract openprospect §5.5].
  ///
  /// What a delivery is named by is not documented; here it is its search, as in the pull.
  func addDestination(_ call: Call) throws(Refusal) -> Answer {
    let fields = try RequestFields(call)
    guard try fields.requiredText("type") == "webhook" else {
      throw fields.invalid("type", "must be webhook")
    }
    let url = try fields.requiredText("url")
    guard ["https://", "http://"].contains(where: { url.hasPrefix($0) && url.count > $0.count })
    else { throw fields.invalid("url", "must be an address on the web") }
    guard [nil, "bearer"].contains(try fields.text("auth_type")) else {
      throw fields.invalid("auth_type", "must be bearer")
    }
    _ = try fields.text("auth_token")
    let delivery = call.parameter("prospect_search_id")
    guard ledger.catalog.searches.contains(where: { $0.id == delivery }) else {
      throw Refusal(404, "DELIVERY_NOT_FOUND", "No such delivery for this key.")
    }
    let destination = ledger.with { state in
      let id = ledger.identifiers.uuid("destination", state.destinations.count)
      let destination = WebhookDestination(id: id, deliveryID: delivery, url: url)
      state.destinations.append(destination)
      return destination
    }
    return Answer(
      status: 201,
      ["id": .string(destination.id), "type": "webhook", "url": .string(destination.url)])
  }

  /// Which company stands in a row, by the order that is read into the contract.
  private func position(_ row: Int, of positions: Range<Int>, _ call: Call) -> Int {
    switch readings.deliveryOrder {
    case .oldestFirst: return positions.lowerBound + row
    case .newestFirst: return positions.upperBound - 1 - row
    case .unstable:
      // In half of the calls the second row changes places with the third, the fourth with the
      // fifth, and so on: a page of even size repeats a row or skips one.
      let isMoved = Checksum.of(call.requestID.utf8) & 1 == 1
      let partner = row % 2 == 1 ? row + 1 : row - 1
      let moved = isMoved && (0..<positions.count).contains(partner) ? partner : row
      return positions.lowerBound + moved
    }
  }

  private func deliveredSince(_ call: Call) throws(Refusal) -> Instant? {
    guard let text = call.query["delivered_since"] else { return nil }
    if text.isEmpty && !readings.refusesEmptyDeliveredSince { return nil }
    guard let instant = Instant(text: text) else {
      throw .invalid("delivered_since", "must be an ISO 8601 date-time", provided: text)
    }
    let hasZone = text.dropFirst("2026-01-01".count).contains { "Zz+-".contains($0) }
    guard hasZone || !readings.refusesDeliveredSinceWithoutZone else {
      throw .invalid("delivered_since", "must say its zone", provided: text)
    }
    return instant
  }

  private func json(of delivery: Delivery) -> JSON {
    [
      "id": .string(delivery.id), "name": .string(delivery.name),
      "website": .optional(delivery.website), "city": .string(delivery.city),
      "country": .string(delivery.country),
      "prospects": readings.deliversNoProspects ? [] : .array(delivery.prospects.map(\.json)),
    ]
  }
}
