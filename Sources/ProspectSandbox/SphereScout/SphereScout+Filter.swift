import ProspectJSON

extension SphereScout {
  /// The filters among the parameters; other names are ignored silently [contract spherescout §4].
  ///
  /// - Throws: 400 for a boolean that is not the word `true` or `false`, and for a category that is
  ///   no number. A country or category that does not exist matches nothing.
  func filter(_ query: Query) throws(Refusal) -> ContactFilter {
    var filter = ContactFilter()
    let codes = query.all("countries")
    if !codes.isEmpty { filter.countries = Set(codes.compactMap(Country.index(ofCode:))) }
    if let text = query["category"] {
      guard let id = Int(text) else { throw .field("category", "an integer id is expected") }
      filter.category = Category.all.firstIndex { $0.id == id } ?? -1
    }
    for name in ["level1_location", "level2_location", "level3_location"]
    where query[name] != nil {
      throw .field(name, "the sandbox has no location filter yet")
    }
    filter.mainActivityOnly = try flag("main_activity_only", query)
    filter.withEmail = try flag("email", query)
    filter.withPhone = try flag("phone_number", query)
    filter.withWebsite = try flag("website", query)
    return filter
  }

  /// A boolean, which travels as a word [seed 004]; false when absent.
  func flag(_ name: String, _ query: Query) throws(Refusal) -> Bool {
    switch query[name] {
    case nil, "false": return false
    case "true": return true
    default: throw .field(name, "must be the string true or false")
    }
  }

  /// The parameters that make up a search, in one order; they decide its id.
  func filterItems(_ query: Query) -> [Query.Item] {
    let names = [
      "countries", "category", "main_activity_only", "email", "phone_number", "website",
    ]
    return query.items.filter { names.contains($0.name) }
      .sorted { ($0.name, $0.value) < ($1.name, $1.value) }
  }
}
