/// A region, county or city of the sandbox, as SphereScout's location operations list it.
struct Location: Sendable {
  /// `levelN` of the API: a hit of level 2 goes into `level2_location` [contract spherescout §5].
  enum Level: Int, Sendable, CaseIterable {
    case region = 1
    case county
    case city

    var word: String { "level\(rawValue)" }
  }

  let id: Int
  let name: String
  let level: Level
  /// Index into `Country.all`.
  let country: Int
  /// Ids of the parents: none for a region, a region for a county, both for a city.
  let parents: [Int]
  /// The cities that lie in it, as `ContactFacets.place` names them.
  let places: Set<Int>
}

extension Location {
  /// Every location, derived from the cities of all countries, in the order of their ids.
  static let all: [Location] = Level.allCases.flatMap(locations)

  private static let byID = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })

  /// The location of this level with an id as it stands in a query; nil when there is none.
  static func find(_ text: String, level: Level) -> Location? {
    Int(text).flatMap { byID[$0] }.flatMap { $0.level == level ? $0 : nil }
  }

  static func find(_ id: Int) -> Location? { byID[id] }

  /// Ids of a level begin here; the gaps between levels keep them apart.
  private static func firstID(_ level: Level) -> Int {
    switch level {
    case .region: 301
    case .county: 2_001
    case .city: 30_001
    }
  }

  private static func locations(_ level: Level) -> [Location] {
    var found: [Location] = []
    for (index, country) in Country.all.enumerated() {
      for path in distinctPaths(country, level) {
        let places = country.cities.indices.filter { country.cities[$0].path.starts(with: path) }
        found.append(
          Location(
            id: firstID(level) + found.count, name: path[level.rawValue - 1], level: level,
            country: index, parents: parentIDs(of: path, country: index),
            places: Set(places.map { ContactFacets.place(country: index, city: $0) })))
      }
    }
    return found
  }

  /// The names from the region down to the level, each once, in the order of the cities.
  private static func distinctPaths(_ country: Country, _ level: Level) -> [[String]] {
    var paths: [[String]] = []
    for city in country.cities {
      let path = Array(city.path.prefix(level.rawValue))
      if !paths.contains(path) { paths.append(path) }
    }
    return paths
  }

  private static func parentIDs(of path: [String], country: Int) -> [Int] {
    Level.allCases.prefix(path.count - 1).compactMap { level in
      var id = firstID(level)
      for index in 0..<country { id += distinctPaths(Country.all[index], level).count }
      let paths = distinctPaths(Country.all[country], level)
      return paths.firstIndex(of: Array(path.prefix(level.rawValue))).map { id + $0 }
    }
  }
}

extension City {
  /// Region, county, city.
  fileprivate var path: [String] { [region, county, name] }
}

extension ContactFacets {
  /// A number for each city of all countries.
  static func place(country: Int, city: Int) -> Int { country << 4 | city }

  var place: Int { ContactFacets.place(country: country, city: city) }
}
