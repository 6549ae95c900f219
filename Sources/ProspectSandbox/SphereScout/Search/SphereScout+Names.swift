import ProspectJSON

extension SphereScout {
  /// The query parameters of each operation that has any.
  private static let namesByOperation: [String: Set<String>] = [
    // `page_size` is known to have no effect [contract spherescout §4].
    "companies.search": Set(filterNames).union(["paginate", "page", "page_size"]),
    "companies.preview": Set(filterNames),
    "categories.list": ["q", "limit"],
    "locations.search": ["q", "country", "states", "counties"],
    "exports.start": ["search_id", "export_format"],
    "history.list": ["page"],
  ]

  /// Unknown parameters are ignored, unless the reading says that they are refused.
  func checkNames(_ query: Query, of operation: String) throws(Refusal) {
    guard readings.refusesUnknownNames else { return }
    let names = SphereScout.namesByOperation[operation] ?? []
    if let stranger = query.items.first(where: { !names.contains($0.name) }) {
      throw .field(stranger.name, "there is no such parameter")
    }
  }
}
