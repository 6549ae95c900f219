/// What a search can filter a contact by, packed into 32 bits.
///
/// 200,000 contacts are 800 kB of facets; everything else about a contact is drawn again from its
/// index when it is needed.
struct ContactFacets: Sendable {
  private var bits: UInt32

  init(
    country: Int, city: Int, category: Int, secondCategory: Int?, hasEmail: Bool, hasPhone: Bool,
    hasWebsite: Bool
  ) {
    bits = UInt32(country) | UInt32(city) << 4 | UInt32(category) << 8
    bits |= UInt32(secondCategory ?? ContactFacets.none) << 13
    bits |= (hasEmail ? 1 << 18 : 0) | (hasPhone ? 1 << 19 : 0) | (hasWebsite ? 1 << 20 : 0)
  }

  /// Index into `Country.all`.
  var country: Int { Int(bits & 0xF) }
  /// Index into the cities of the country.
  var city: Int { Int(bits >> 4 & 0xF) }
  /// Index into `Category.all`.
  var category: Int { Int(bits >> 8 & 0x1F) }
  /// Index of the minor activity, if there is one.
  var secondCategory: Int? {
    let index = Int(bits >> 13 & 0x1F)
    return index == ContactFacets.none ? nil : index
  }
  var hasEmail: Bool { bits >> 18 & 1 == 1 }
  var hasPhone: Bool { bits >> 19 & 1 == 1 }
  var hasWebsite: Bool { bits >> 20 & 1 == 1 }

  private static let none = 0x1F
}
