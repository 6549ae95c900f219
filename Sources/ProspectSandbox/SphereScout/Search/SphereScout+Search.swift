import ProspectJSON

extension SphereScout {
  /// Rows of the plain sample [contract spherescout §4].
  private static let sampleSize = 10

  /// `GET /companies`: counts the matches, shows a few of them without their e-mail addresses, and
  /// remembers the query under `search_id`, which is the same for all pages of one query.
  func searchCompanies(_ call: Call) throws(Refusal) -> Answer {
    let filter = try filter(call.query)
    let isPaginated = try flag("paginate", call.query)
    let page = isPaginated ? try number("page", call.query) ?? 1 : 1
    let search = remember(filter, call, isFirstPage: page == 1)
    let size = isPaginated ? readings.pageSize : SphereScout.sampleSize
    let rows = self.rows(of: search, offset: (page - 1) * size, size: size)
    try checkPage(page, isEmpty: rows.isEmpty)
    var body: JSONObject = ["search_id": .string(search.id)]
    if !isPaginated || !readings.countsPagesOnly { body["totalCount"] = .integer(search.count) }
    body[readings.previewName] = .array(rows.map(preview))
    if isPaginated {
      body["count"] = .integer(search.count)
      addLinks(to: &body, call, page: page, isLast: page * size >= search.count)
    } else if !readings.omitsFacets {
      addFacets(to: &body, search, rows)
    }
    return Answer(.object(body))
  }

  /// `GET /public/companies`: a count and a few rows, and nothing to export them by.
  func previewCompanies(_ call: Call) throws(Refusal) -> Answer {
    let filter = try filter(call.query)
    let contacts = ledger.contacts(at: call.now)
    let rows = ledger.directory.indexes(matching: filter, in: contacts).prefix(readings.publicRows)
    return Answer([
      "totalCount": .integer(ledger.directory.count(matching: filter, in: contacts)),
      readings.previewName: .array(rows.map(preview)),
    ])
  }

  /// - Throws: 404 for a page behind the last one, when that is the reading.
  func checkPage(_ page: Int, isEmpty: Bool) throws(Refusal) {
    guard readings.refusesPageBeyondEnd, isEmpty, page > 1 else { return }
    throw Refusal(404, "not_found", "no such page")
  }

  /// Adds the number of the page and the links to its neighbours.
  func addLinks(to body: inout JSONObject, _ call: Call, page: Int, isLast: Bool) {
    guard !readings.omitsPageLinks else { return }
    body["page"] = .integer(page)
    body["next"] = isLast ? .null : .string(link(call, page: page + 1))
    body["previous"] = page == 1 ? .null : .string(link(call, page: page - 1))
  }

  /// The search of these filters, counted as of now.
  func remember(_ filter: ContactFilter, _ call: Call, isFirstPage: Bool) -> ExportBook.Search {
    let items = filterItems(call.query)
    let key = items.map(\.encoded).joined(separator: "&")
    let contacts = ledger.contacts(at: call.now)
    let known = ledger.with { $0.exports.search(filters: key) }
    let isNew = known == nil || (isFirstPage && readings.renewsSearchID)
    if let known, !isNew, known.contacts == contacts { return known }
    let count = ledger.directory.count(matching: filter, in: contacts)
    return ledger.with { state in
      let number = Int(truncatingIfNeeded: Checksum.of(key.utf8) >> 1)
      let turn = readings.renewsSearchID ? state.exports.searchCount : 0
      let fresh = "srch_" + ledger.identifiers.token("search", number &+ turn)
      let search = ExportBook.Search(
        id: isNew ? fresh : known?.id ?? fresh, filter: filter, parameters: items, count: count,
        contacts: contacts)
      state.exports.remember(search, filters: key)
      return search
    }
  }

  private func rows(of search: ExportBook.Search, offset: Int, size: Int) -> [Int] {
    guard offset < search.count else { return [] }
    return Array(
      ledger.directory.indexes(
        matching: search.filter, in: search.contacts, offset: offset
      ).prefix(size))
  }

  /// The same query with another page number.
  private func link(_ call: Call, page: Int) -> String {
    let items = call.query.items.filter { $0.name != "page" } + [.init("page", String(page))]
    return "\(call.origin)\(call.path)?" + items.map(\.encoded).joined(separator: "&")
  }
}
