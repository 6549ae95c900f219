/// The database grows: contacts behind the first `count` follow from the seed as those before do.
extension ContactDirectory {
  /// The facets of any contact, also of one that appeared after the start.
  func facets(of index: Int) -> ContactFacets {
    if index < facets.count { return facets[index] }
    let original = ContactDirectory.original(of: index)
    if original < facets.count { return facets[original] }
    return ContactDirectory.drawFacets(seed: seed, index: original)
  }

  /// How many of these contacts match.
  func count(matching filter: ContactFilter, in contacts: Range<Int>) -> Int {
    contacts.reduce(0) { $0 + (filter.matches(facets(of: $1)) ? 1 : 0) }
  }

  /// The matching ones among these contacts from the `offset`-th on, found while they are asked for.
  func indexes(
    matching filter: ContactFilter, in contacts: Range<Int>, offset: Int = 0
  ) -> some Sequence<Int> {
    contacts.lazy.filter { filter.matches(facets(of: $0)) }.dropFirst(offset)
  }
}
