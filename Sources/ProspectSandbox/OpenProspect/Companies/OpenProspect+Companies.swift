import ProspectJSON

extension OpenProspect {
  /// `GET /companies` [contract openprospect §5.2].
  func listCompanies(_ call: Call) throws(Refusal) -> Answer {
    let page = try page(call)
    let id = call.query["prospect_search_id"] ?? ""
    guard Identifiers.isUUID(id) else {
      throw .invalid("prospect_search_id", "must be a UUID", provided: id)
    }
    let statuses = try reviewStatuses(call)
    let score = try minimalScore(call)
    let text = call.query["search"] ?? ""
    let number = try searchNumber(id)
    let catalog = ledger.catalog
    let companies = catalog.found(bySearch: number).lazy
      .map { catalog.company($0, foundBySearch: number, now: call.now) }
      .filter { company in
        statuses.contains(company.reviewStatus) && company.matchScore >= score
          && (text.isEmpty || company.mentions(text))
      }
    let matching = Array(companies)
    let items = matching[page.range(in: matching.count)].map(\.json)
    return Answer(page.envelope(items, total: matching.count, saysHasMore: true))
  }

  /// `GET /companies/{company_id}`.
  func getCompany(_ call: Call) throws(Refusal) -> Answer { Answer(try company(call).json) }

  /// A company that a search found, or that came as the result of an order.
  ///
  /// - Throws: 404; its code is a guess, for the table of codes is cut off [contract openprospect
  ///   §7].
  func company(_ call: Call) throws(Refusal) -> FoundCompany {
    let id = call.parameter("company_id")
    guard
      let company = ledger.with({ $0.orders.companies[id] })
        ?? ledger.catalog.company(id: id, now: call.now)
    else { throw Refusal(404, "COMPANY_NOT_FOUND", "No such company for this key.") }
    return company
  }

  private func reviewStatuses(
    _ call: Call
  ) throws(Refusal) -> [FoundCompany.ReviewStatus] {
    // The list wins over the single form.
    let list = call.query.all("review_status_list")
    let name = list.isEmpty ? "review_status" : "review_status_list"
    let words = list.isEmpty ? call.query.all(name).suffix(1) : list[...]
    if words.isEmpty { return FoundCompany.ReviewStatus.allCases }
    let statuses = words.compactMap(FoundCompany.ReviewStatus.init)
    guard statuses.count == words.count else {
      throw .invalid(name, "must be accepted, rejected or pending")
    }
    return statuses
  }

  private func minimalScore(_ call: Call) throws(Refusal) -> Double {
    guard let text = call.query["min_match_score"] else { return 0 }
    guard let score = Double(text), (0...10).contains(score) else {
      throw .invalid("min_match_score", "must be between 0 and 10", provided: text)
    }
    return score
  }
}

extension FoundCompany {
  /// The country by its name, unlike a delivered company's code [contract openprospect §10].
  fileprivate var json: JSON {
    var body: JSONObject = [
      "id": .string(delivery.id), "name": .string(delivery.name), "city": .string(delivery.city),
      "country": .string(Country.name(ofCode: delivery.country)),
      "business_type": .string(businessType), "website": .optional(delivery.website),
      "match_score": .number(matchScore), "review_status": .string(reviewStatus.rawValue),
    ]
    if let searchID { body["prospect_search_id"] = .string(searchID) }
    return .object(body)
  }
}
