import ProspectJSON

extension SphereScout {
  /// The most hits of one level [contract spherescout §5].
  private static let hitsPerLevel = 10

  /// `GET /locations/search`: regions, counties and cities whose name contains a text.
  ///
  /// A place name combined with its parent finds nothing, for no name holds both. An uncovered
  /// country looks like no match.
  func searchLocations(_ call: Call) throws(Refusal) -> Answer {
    guard let text = call.query["q"]?.lowercased(), !text.isEmpty else {
      throw .field("q", "value required")
    }
    let inside = Location.inside(call.query)
    let found = Location.Level.allCases.flatMap { level in
      Location.all.filter {
        $0.level == level && inside($0) && $0.name.lowercased().contains(text)
      }
      .prefix(SphereScout.hitsPerLevel)
    }
    return Answer(["count": .integer(found.count), "locations": .array(found.map(json))])
  }

  /// A location with its parents.
  func json(of location: Location) -> JSON {
    var body: JSONObject = [
      "id": opaque(location.id), "name": .string(location.name),
      "type": .string(location.level.word),
      "country": .string(Country.all[location.country].code),
    ]
    for parent in location.parents.compactMap(Location.find) {
      body[parent.level.word] = ["id": opaque(parent.id), "name": .string(parent.name)]
    }
    return .object(body)
  }
}

extension Location {
  /// Whether a location lies in the `country` of a query, and in one of its `states` and `counties`.
  static func inside(_ query: Query) -> (Location) -> Bool {
    let country = query["country"].map { Country.index(ofCode: $0) ?? -1 }
    let places = [("states", Level.region), ("counties", .county)].compactMap { name, level in
      let ids = query.all(name)
      return ids.isEmpty
        ? nil
        : ids.compactMap { find($0, level: level) }.reduce(into: Set()) { $0.formUnion($1.places) }
    }
    return { location in
      if let country, country != location.country { return false }
      return places.allSatisfy { location.places.isSubset(of: $0) }
    }
  }
}
