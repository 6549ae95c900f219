/// The filters of a search: all must match, and any of several countries does [contract spherescout
/// §4].
struct ContactFilter: Hashable, Sendable {
  /// Indexes into `Country.all`; nil when every country matches, empty when an unknown one was
  /// asked for.
  var countries: Set<Int>?
  /// Index into `Category.all`; -1 is a category that no contact has.
  var category: Int?
  var mainActivityOnly = false
  var withEmail = false
  var withPhone = false
  var withWebsite = false

  func matches(_ facets: ContactFacets) -> Bool {
    if withEmail && !facets.hasEmail { return false }
    if withPhone && !facets.hasPhone { return false }
    if withWebsite && !facets.hasWebsite { return false }
    if let countries, !countries.contains(facets.country) { return false }
    guard let category else { return true }
    return facets.category == category || (!mainActivityOnly && facets.secondCategory == category)
  }
}

extension ContactDirectory {
  /// How many contacts match.
  func count(matching filter: ContactFilter) -> Int {
    facets.reduce(0) { $0 + (filter.matches($1) ? 1 : 0) }
  }

  /// The indexes of the matching contacts from the `offset`-th on, found while they are asked for.
  func indexes(matching filter: ContactFilter, offset: Int = 0) -> some Sequence<Int> {
    facets.indices.lazy.filter { filter.matches(facets[$0]) }.dropFirst(offset)
  }
}
