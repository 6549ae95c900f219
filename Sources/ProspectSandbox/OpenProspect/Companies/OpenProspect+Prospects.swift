import ProspectJSON

extension OpenProspect {
  /// `GET /prospects`: everybody who was delivered. Nothing about it is documented but that it is
  /// there [contract openprospect §5.3].
  func listProspects(_ call: Call) throws(Refusal) -> Answer {
    let page = try page(call)
    let people = ledger.catalog.delivered(now: call.now)
    let items = people[page.range(in: people.count)].map { json(of: $0.person, at: $0.company) }
    return Answer(page.envelope(items, total: people.count, saysHasMore: true))
  }

  /// `GET /prospects/{prospect_id}`: somebody who was delivered, or came as a result of an order.
  func getProspect(_ call: Call) throws(Refusal) -> Answer {
    let id = call.parameter("prospect_id")
    let ordered = ledger.with { state in
      state.orders.companies.values.lazy.flatMap { company in
        company.delivery.prospects.map { (person: $0, company: company.delivery) }
      }.first { $0.person.id == id }
    }
    let known = ordered ?? ledger.catalog.delivered(now: call.now).first { $0.person.id == id }
    guard let known else {
      throw Refusal(404, "PROSPECT_NOT_FOUND", "No such prospect for this key.")
    }
    return Answer(json(of: known.person, at: known.company))
  }

  private func json(of person: Prospect, at company: Delivery) -> JSON {
    guard var body = person.json.object else { return person.json }
    body["company_id"] = .string(company.id)
    body["company_name"] = .string(company.name)
    return .object(body)
  }
}

extension Prospect {
  /// A person as every list of people shows it.
  var json: JSON {
    [
      "id": .string(id), "full_name": .string(fullName), "job_title": .string(jobTitle),
      "email": .optional(email), "phone": .optional(phone),
    ]
  }
}
