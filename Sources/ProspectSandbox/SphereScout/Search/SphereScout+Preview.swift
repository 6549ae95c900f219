import ProspectJSON

extension SphereScout {
  /// A preview row: everything but e-mail addresses [contract spherescout §4].
  func preview(_ index: Int) -> JSON {
    let contact = ledger.directory.contact(index)
    return [
      "id": opaque(index + 1), "name": .string(contact.name), "city": .string(contact.city.name),
      "country": .string(contact.country.code), "level2_location": .string(contact.city.county),
      "category": .string(contact.category), "phone_number": phone(contact),
      "website": .optional(contact.website),
    ]
  }

  /// A contact field may be a text, a list or null [contract spherescout §4].
  private func phone(_ contact: Contact) -> JSON {
    guard let number = contact.phoneNumber else { return .null }
    return readings.listsPhoneNumbers ? [.string(number)] : .string(number)
  }

  /// Adds the cities and main activities that occur among the matches, and the postal codes of the
  /// rows shown: to draw those of all matches would cost more than the search.
  func addFacets(to body: inout JSONObject, _ search: ExportBook.Search, _ rows: [Int]) {
    let directory = ledger.directory
    var places = Set<Int>()
    var categories = Set<Int>()
    for index in directory.indexes(matching: search.filter, in: search.contacts) {
      let facets = directory.facets(of: index)
      places.insert(facets.place)
      categories.insert(facets.category)
    }
    body["cities"] = .strings(
      Location.all.filter { $0.level == .city && !$0.places.isDisjoint(with: places) }.map(\.name))
    body["zipCodes"] = .strings(Set(rows.compactMap { directory.contact($0).zipCode }).sorted())
    body["categories"] = .strings(categories.sorted().map { Category.all[$0].name })
  }
}
