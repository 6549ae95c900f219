import ProspectJSON

extension SphereScout {
  /// `GET /categories`: the catalogue, or the categories that a text finds, the best ones first.
  func listCategories(_ call: Call) throws(Refusal) -> Answer {
    let limit = try number("limit", call.query) ?? .max
    guard let text = call.query["q"], !text.isEmpty else {
      return Answer(list(Category.all.prefix(limit).map { .object(row($0)) }))
    }
    let found = Category.all.compactMap { category in
      match(category, text.lowercased()).map { (category, $0) }
    }
    let ranked = found.sorted { ($0.1.rank, $0.0.id) < ($1.1.rank, $1.0.id) }.prefix(limit)
    return Answer(
      list(
        ranked.map { category, match in
          var row = row(category)
          row["match_rank"] = .integer(match.rank)
          row["matched_field"] = .string(match.field)
          row["matched_value"] = .string(match.value)
          return .object(row)
        }))
  }

  /// `GET /locations/countries`: the countries that are covered.
  func listCountries(_ call: Call) throws(Refusal) -> Answer {
    Answer(
      list(
        Country.all.map { country in
          var row = JSONObject()
          row[readings.countryCodeName] = .string(country.code)
          row["name"] = .string(country.name)
          return .object(row)
        }))
  }

  /// `GET /professions/summary`: groups of categories, counted by main activity.
  func listProfessions(_ call: Call) throws(Refusal) -> Answer {
    var counts = [Int](repeating: 0, count: Category.all.count)
    for index in ledger.contacts(at: call.now) {
      counts[ledger.directory.facets(of: index).category] += 1
    }
    return Answer(list(Profession.all.map { summary($0, counts) }))
  }

  /// A list of reference data: bare, or in an envelope like that of the history.
  private func list(_ rows: [JSON]) -> JSON {
    guard readings.wrapsReferenceData else { return .array(rows) }
    return [
      "count": .integer(rows.count), "next": .null, "previous": .null, "results": .array(rows),
    ]
  }

  private func summary(_ profession: Profession, _ counts: [Int]) -> JSON {
    let members = Category.all.indices.filter {
      profession.categories.contains(Category.all[$0].id)
    }
    return [
      "id": opaque(profession.id), "name": .string(profession.name),
      "count": .integer(members.reduce(0) { $0 + counts[$1] }),
      "subcategories": .array(
        members.map { index in
          [
            "id": .integer(Category.all[index].id), "name": .string(Category.all[index].name),
            "count": .integer(counts[index]),
          ]
        }),
    ]
  }

  private func row(_ category: Category) -> JSONObject {
    [
      "id": .integer(category.id), "name": .string(category.name), "gcid": .string(category.gcid),
    ]
  }

  /// The best way in which a folded text finds a category; lower ranks are better [contract
  /// spherescout §5].
  private func match(
    _ category: Category, _ text: String
  ) -> (rank: Int, field: String, value: String)? {
    let names = [("name", category.name)] + category.localizedNames.map { ("localized_name", $0) }
    let matches = names.enumerated().compactMap { place, name in
      rank(name.1.lowercased(), text).map { (place == 0 ? $0 : $0 + 3, name.0, name.1) }
    }
    return matches.min { $0.0 < $1.0 }
  }

  private func rank(_ name: String, _ text: String) -> Int? {
    if name == text { return 0 }
    if name.hasPrefix(text) { return 1 }
    return name.contains(text) ? 2 : nil
  }
}
