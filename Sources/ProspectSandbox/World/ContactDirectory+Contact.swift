extension ContactDirectory {
  /// Everything about contact `index`.
  func contact(_ index: Int) -> Contact {
    let facets = facets(of: index)
    let country = Country.all[facets.country]
    let city = country.cities[facets.city]
    var random = SplitMix64(seed: seed &+ 1, index: index)
    return Contact(
      name: name(index, country, &random),
      category: Category.all[facets.category].name,
      address: address(country, &random),
      city: city,
      zipCode: random.chance(93) ? random.digits(in: city.zipPattern) : nil,
      country: country,
      phoneNumber: facets.hasPhone ? random.digits(in: country.phonePattern) : nil,
      emails: emails(index),
      website: facets.hasWebsite ? "https://www.\(domain(index))/" : nil)
  }

  /// The address that identifies a contact, in lower case; nil when it has none.
  func identity(_ index: Int) -> String? {
    let original = ContactDirectory.original(of: index)
    guard facets(of: original).hasEmail else { return nil }
    let mailbox = ["info", "contact", "office", "hello"]
    return "\(mailbox[original % mailbox.count])@\(domain(original))"
  }

  /// The first address as this contact spells it, followed by a second one in one contact of nine.
  private func emails(_ index: Int) -> [String] {
    guard let identity = identity(index) else { return [] }
    if ContactDirectory.original(of: index) != index {
      return [MailAddress.respelled(identity, variant: index / 25)]
    }
    let first = index % 11 == 3 ? MailAddress.respelled(identity, variant: index) : identity
    return index % 9 == 4 ? [first, "sales@\(domain(index))"] : [first]
  }

  /// A host name that no other business has: the index is part of it.
  private func domain(_ index: Int) -> String {
    let original = ContactDirectory.original(of: index)
    return "\(stem(original).slug)-\(String(original, radix: 36)).example"
  }

  private func name(_ index: Int, _ country: Country, _ random: inout SplitMix64) -> String {
    let form = random.pick(country.forms)
    guard let mark = form.firstIndex(of: "%") else { return form }
    let stem = stem(ContactDirectory.original(of: index)).text
    return form[..<mark] + stem + form[form.index(after: mark)...]
  }

  /// The word that a business has in its name and in its domain.
  private func stem(_ original: Int) -> Stem {
    var random = SplitMix64(seed: seed &+ 2, index: original)
    return random.pick(Country.all[facets(of: original).country].stems)
  }

  /// A street with a number; one in twelve has a second line, and one in fourteen is missing.
  private func address(_ country: Country, _ random: inout SplitMix64) -> String? {
    let street = random.pick(country.streets)
    let line = "\(random.below(180) + 1) \(street)"
    if random.chance(7) { return nil }
    return random.chance(8) ? "\(line)\n2. \"B\", \(street)" : line
  }
}

extension SplitMix64 {
  /// `pattern` with a drawn digit in place of every `#`.
  mutating func digits(in pattern: String) -> String {
    var pool = next()
    let bytes = pattern.utf8.map { byte -> UInt8 in
      guard byte == UInt8(ascii: "#") else { return byte }
      defer { pool /= 10 }
      return UInt8(ascii: "0") + UInt8(pool % 10)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
