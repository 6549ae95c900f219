/// SphereScout's database: `count` contacts that follow from a seed.
///
/// Contact `i` is drawn from `(seed, i)` alone, so none is stored. One contact in 25 is a second
/// listing of another one: same place and trade, the same e-mail address in other case.
struct ContactDirectory: Sendable {
  let seed: UInt64
  let facets: [ContactFacets]

  var count: Int { facets.count }

  init(count: Int, seed: UInt64) {
    self.seed = seed
    var facets: [ContactFacets] = []
    facets.reserveCapacity(count)
    for index in 0..<count {
      let original = ContactDirectory.original(of: index)
      facets.append(
        original < index
          ? facets[original] : ContactDirectory.drawFacets(seed: seed, index: index))
    }
    self.facets = facets
  }

  /// The contact whose e-mail address this one repeats in other case; itself for all but one in 25.
  static func original(of index: Int) -> Int {
    index % 25 == 24 ? index - 7 : index
  }

  static func drawFacets(seed: UInt64, index: Int) -> ContactFacets {
    var random = SplitMix64(seed: seed, index: index)
    let country = Int(Country.slots[random.below(256)])
    let category = random.below(Category.all.count)
    let second = random.chance(30) ? random.below(Category.all.count) : nil
    return ContactFacets(
      country: country, city: random.below(Country.all[country].cities.count),
      category: category, secondCategory: second == category ? nil : second,
      hasEmail: random.chance(70), hasPhone: random.chance(85), hasWebsite: random.chance(60))
  }
}
