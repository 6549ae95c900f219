import ProspectJSON

extension OpenProspect {
  /// Fields that any editor may change [contract openprospect §5.5].
  private static let openFields: Set = ["name", "ideal_customer_profile"]

  /// `GET /prospect-searches` [seed 000].
  func listSearches(_ call: Call) throws(Refusal) -> Answer {
    let page = try page(call)
    let count = ledger.catalog.searches.count
    let items = ledger.with { state in
      page.range(in: count).map { JSON.object(summary(ofSearch: $0, state)) }
    }
    return Answer(page.envelope(items, total: count, saysHasMore: readings.searchesSayHasMore))
  }

  /// `GET /prospect-searches/{prospect_search_id}` [contract openprospect §5.5].
  func getSearch(_ call: Call) throws(Refusal) -> Answer {
    let number = try searchNumber(call.parameter("prospect_search_id"))
    return Answer(.object(ledger.with { detail(ofSearch: number, $0) }))
  }

  /// `PATCH /prospect-searches/{prospect_search_id}` [contract openprospect §5.5].
  ///
  /// A key has the rights of an editor: what only an admin may change, and what nobody may, is
  /// dropped and listed in `stripped_fields`.
  func updateSearch(_ call: Call) throws(Refusal) -> Answer {
    let fields = try RequestFields(call)
    guard let version = try fields.integer("version") else {
      throw fields.invalid("version", "is required")
    }
    let mask = try fields.texts("update_mask")
    for name in OpenProspect.openFields { _ = try fields.text(name) }
    let sent = fields.names.filter { $0 != "version" && $0 != "update_mask" }
    if let unsent = mask?.first(where: { !sent.contains($0) }) {
      throw fields.invalid("update_mask", "names \(unsent), which is not sent")
    }
    let chosen = sent.filter { mask?.contains($0) ?? true }
    let number = try searchNumber(call.parameter("prospect_search_id"))
    return try ledger.with { state throws(Refusal) in
      guard state.searches.edition(ofSearch: number).version == version else {
        throw conflict("VERSION_CONFLICT", "The search was changed since; read it again.")
      }
      let members = chosen.filter(OpenProspect.openFields.contains).compactMap { name in
        fields[name].map { JSONObject.Member(name: name, value: $0) }
      }
      _ = state.searches.change(members, ofSearch: number)
      var body = detail(ofSearch: number, state)
      body["stripped_fields"] = .strings(
        chosen.filter { !OpenProspect.openFields.contains($0) }.sorted())
      return Answer(.object(body))
    }
  }

  /// - Throws: 404 for a search that the key cannot see.
  func searchNumber(_ id: String) throws(Refusal) -> Int {
    guard let number = ledger.catalog.searches.firstIndex(where: { $0.id == id }) else {
      throw Refusal(404, "PROSPECT_SEARCH_NOT_FOUND", "No such prospect search for this key.")
    }
    return number
  }

  private func summary(ofSearch number: Int, _ state: LedgerState) -> JSONObject {
    let search = ledger.catalog.searches[number]
    let changed = state.searches.edition(ofSearch: number).members
    return [
      "id": .string(search.id), "name": changed["name"] ?? .string(search.name),
      "status": .string(search.status),
    ]
  }

  private func detail(ofSearch number: Int, _ state: LedgerState) -> JSONObject {
    let edition = state.searches.edition(ofSearch: number)
    let countries = ledger.catalog.searches[number].countries.map(Country.name(ofCode:))
    var body = summary(ofSearch: number, state)
    body["version"] = .integer(edition.version)
    body["ideal_customer_profile"] =
      edition.members["ideal_customer_profile"]
      ?? .string("Companies with a sales team in \(countries.joined(separator: " and "))")
    return body
  }
}
