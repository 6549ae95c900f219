/// The filters of a search: all must match, and any of several countries does [contract spherescout
/// §4].
struct ContactFilter: Hashable, Sendable {
  /// Indexes into `Country.all`; nil when every country matches, empty when an unknown one was
  /// asked for.
  var countries: Set<Int>?
  /// Index into `Category.all`; -1 is a category that no contact has.
  var category: Int?
  /// Cities as `ContactFacets.place` names them; nil when every place matches.
  var places: Set<Int>?
  var mainActivityOnly = false
  var withEmail = false
  var withPhone = false
  var withWebsite = false

  func matches(_ facets: ContactFacets) -> Bool {
    if withEmail && !facets.hasEmail { return false }
    if withPhone && !facets.hasPhone { return false }
    if withWebsite && !facets.hasWebsite { return false }
    if let countries, !countries.contains(facets.country) { return false }
    if let places, !places.contains(facets.place) { return false }
    guard let category else { return true }
    return facets.category == category || (!mainActivityOnly && facets.secondCategory == category)
  }
}
