import ProspectJSON

extension SphereScoutVariant {
  func listRegions(_ call: Call) throws(Refusal) -> Answer { list(.region, call) }

  func listCounties(_ call: Call) throws(Refusal) -> Answer { list(.county, call) }

  func listCities(_ call: Call) throws(Refusal) -> Answer { list(.city, call) }

  /// Every location of a level, uncapped: of a country, of the parents, or those with the `ids`.
  private func list(_ level: Location.Level, _ call: Call) -> Answer {
    let inside = Location.inside(call.query)
    let ids = call.query.all("ids")
    let rows = Location.all.filter { location in
      location.level == level && inside(location)
        && (ids.isEmpty || ids.contains(String(location.id)))
    }
    let locations = JSON.array(rows.map(scout.json))
    return Answer(
      scout.readings.listsVariantLocations
        ? locations : ["count": .integer(rows.count), "locations": locations])
  }
}
