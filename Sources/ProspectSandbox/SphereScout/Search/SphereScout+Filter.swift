import ProspectJSON

extension SphereScout {
  /// The filters of a search, in the contract's order.
  static let filterNames = [
    "countries", "category", "level1_location", "level2_location", "level3_location", "email",
    "phone_number", "website", "main_activity_only",
  ]

  /// The filters among the parameters; other names are ignored silently [contract spherescout §4].
  ///
  /// - Throws: 400 for a boolean that is not the word `true` or `false`, and for a category that is
  ///   no number. A country, category or location that does not exist matches nothing.
  func filter(_ query: Query) throws(Refusal) -> ContactFilter {
    var filter = ContactFilter()
    let codes =
      readings.splitsCountries
      ? query.all("countries").flatMap { $0.split(separator: ",").map(String.init) }
      : query.all("countries")
    if !codes.isEmpty { filter.countries = Set(codes.compactMap(Country.index(ofCode:))) }
    if let text = query["category"] {
      guard let id = Int(text) else { throw .field("category", "an integer id is expected") }
      filter.category = Category.all.firstIndex { $0.id == id } ?? -1
    }
    filter.places = places(query)
    filter.mainActivityOnly = try flag("main_activity_only", query)
    filter.withEmail = try flag("email", query)
    filter.withPhone = try flag("phone_number", query)
    filter.withWebsite = try flag("website", query)
    return filter
  }

  /// The cities that lie in a location of every level that is asked for: values of one filter add
  /// up, filters narrow.
  private func places(_ query: Query) -> Set<Int>? {
    var places: Set<Int>?
    for level in Location.Level.allCases {
      let ids = query.all("\(level.word)_location")
      guard !ids.isEmpty else { continue }
      let found = ids.compactMap { Location.find($0, level: level) }
        .reduce(into: Set()) { $0.formUnion($1.places) }
      places = places?.intersection(found) ?? found
    }
    return places
  }

  /// A boolean, which travels as a word [seed 004]; false when absent.
  func flag(_ name: String, _ query: Query) throws(Refusal) -> Bool {
    switch query[name] {
    case nil, "false": return false
    case "true": return true
    default: throw .field(name, "must be the string true or false")
    }
  }

  /// A count or page number; nil when absent.
  func number(_ name: String, _ query: Query) throws(Refusal) -> Int? {
    guard let text = query[name] else { return nil }
    guard let number = Int(text), (1...Int(Int32.max)).contains(number) else {
      throw .field(name, "a number from 1 is expected")
    }
    return number
  }

  /// The parameters that make up a search, in one order; they decide its id.
  func filterItems(_ query: Query) -> [Query.Item] {
    query.items.filter { SphereScout.filterNames.contains($0.name) }
      .sorted { ($0.name, $0.value) < ($1.name, $1.value) }
  }
}
