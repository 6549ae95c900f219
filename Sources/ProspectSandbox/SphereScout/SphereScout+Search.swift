import ProspectJSON

extension SphereScout {
  /// Rows of the plain sample, and of a page with `paginate=true` [contract spherescout §4].
  private static let sampleSize = 10
  private static let pageSize = 50

  /// `GET /companies`: counts the matches, shows a few of them without their e-mail addresses, and
  /// remembers the query under `search_id`, which is the same for all pages of one query.
  func searchCompanies(_ call: Call) throws(Refusal) -> Answer {
    let filter = try filter(call.query)
    let isPaginated = try flag("paginate", call.query)
    let page = isPaginated ? try pageNumber(call.query) : 1
    let search = remember(filter, items: filterItems(call.query))
    let size = isPaginated ? SphereScout.pageSize : SphereScout.sampleSize
    let directory = ledger.directory
    let rows = directory.indexes(matching: filter, offset: (page - 1) * size).prefix(size)
    var body: JSONObject = [
      "search_id": .string(search.id),
      "totalCount": .integer(search.count),
      "preview": .array(rows.map { directory.contact($0).preview(id: $0) }),
    ]
    if isPaginated {
      let isLast = page * size >= search.count
      body["count"] = .integer(search.count)
      body["page"] = .integer(page)
      body["next"] = isLast ? .null : .string(link(call, page: page + 1))
      body["previous"] = page == 1 ? .null : .string(link(call, page: page - 1))
    } else {
      body["categories"] = .strings(categories(matching: filter))
    }
    return Answer(.object(body))
  }

  private func pageNumber(_ query: Query) throws(Refusal) -> Int {
    guard let text = query["page"] else { return 1 }
    guard let page = Int(text), (1...Int(Int32.max)).contains(page) else {
      throw .field("page", "a page number from 1 is expected")
    }
    return page
  }

  private func remember(_ filter: ContactFilter, items: [Query.Item]) -> ExportBook.Search {
    let key = items.map { "\($0.name)=\($0.value)" }.joined(separator: "&")
    let number = Int(truncatingIfNeeded: Checksum.of(key.utf8) >> 1)
    let id = "srch_" + ledger.identifiers.token("search", number)
    if let known = ledger.with({ $0.exports.search(id) }) { return known }
    let search = ExportBook.Search(
      id: id, filter: filter, parameters: items, count: ledger.directory.count(matching: filter))
    ledger.with { $0.exports.remember(search) }
    return search
  }

  /// The same query with another page number.
  private func link(_ call: Call, page: Int) -> String {
    let items = call.query.items.filter { $0.name != "page" } + [.init("page", String(page))]
    return "\(call.origin)\(call.path)?" + items.map(\.encoded).joined(separator: "&")
  }

  /// A facet: names of the main activities that occur.
  private func categories(matching filter: ContactFilter) -> [String] {
    var found = Set<Int>()
    for facets in ledger.directory.facets where filter.matches(facets) {
      found.insert(facets.category)
    }
    return found.sorted().map { Category.all[$0].name }
  }
}

extension Contact {
  /// A preview row: everything but e-mail addresses [contract spherescout §4].
  fileprivate func preview(id: Int) -> JSON {
    [
      "id": .integer(id + 1), "name": .string(name), "city": .string(city.name),
      "country": .string(country.code), "level2_location": .string(city.county),
      "category": .string(category), "phone_number": .optional(phoneNumber),
      "website": .optional(website),
    ]
  }
}
