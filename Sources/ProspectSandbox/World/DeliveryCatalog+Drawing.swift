extension DeliveryCatalog {
  /// The searches of a sandbox with so many contacts: two that deliver, one that has not yet.
  init(directory: ContactDirectory, start: Instant, identifiers: Identifiers) {
    let volume = min(max(directory.count / 40, 12), 2_500)
    let plans = [
      ("DACH SaaS buyers", "active", ["DE"], volume),
      ("Iberian & Latin American retail, \"new\"", "active", ["ES", "BR"], volume / 2 + 1),
      ("東京のデザイン会社", "draft", ["JP"], 0),
    ]
    self.init(
      searches: plans.enumerated().map { number, plan in
        ProspectSearch(
          id: identifiers.uuid("prospect_search", number), name: plan.0, status: plan.1,
          countries: plan.2, delivered: plan.3, upcoming: plan.3 / 4)
      },
      directory: directory, start: start, identifiers: identifiers)
  }

  /// Company `position` of search number `search`.
  ///
  /// Every third one is a business that SphereScout knows too: its first person answers at the
  /// same address, spelled in other case, so a CRM must fold addresses to see one lead.
  func delivery(_ position: Int, ofSearch search: Int) -> Delivery {
    delivery(
      number: search << 32 | position, countries: searches[search].countries, mark: "\(search)")
  }

  /// Company `number`, whose lower half is its position; `mark` keeps its domain apart.
  func delivery(number: Int, countries: [String], mark: String) -> Delivery {
    let position = number & 0xFFFF_FFFF
    var random = SplitMix64(seed: identifiers.seed &+ 3, index: number)
    let country = Country.all[Country.index(ofCode: random.pick(countries)) ?? 0]
    let shared = position % 3 == 0 ? sharedContact(&random) : nil
    let stem = random.pick(country.stems)
    let host = "\(stem.slug)-\(mark)\(String(position, radix: 36)).example.com"
    let people = (0..<(1 + random.below(3))).map { person in
      prospect(
        number << 2 | person, host: host, country: country, random: &random,
        address: person == 0 ? shared.flatMap { directory.identity($0) } : nil)
    }
    let contact = shared.map(directory.contact)
    return Delivery(
      id: identifiers.uuid("company", number),
      name: contact?.name ?? "\(stem.text) \(String(position, radix: 36).uppercased())",
      website: contact.map(\.website) ?? (random.chance(85) ? "https://\(host)/" : nil),
      city: contact?.city.name ?? random.pick(country.cities).name,
      country: contact?.country.code ?? country.code, prospects: people)
  }

  private func prospect(
    _ number: Int, host: String, country: Country, random: inout SplitMix64, address: String?
  ) -> Prospect {
    let given = random.pick(country.givenNames)
    let family = random.pick(country.familyNames)
    let own = "\(given.slug).\(family.slug).\(number & 3)@\(host)"
    let hasAddress = address != nil || random.chance(90)
    let spelled = address.map { MailAddress.respelled($0, variant: number) } ?? own
    return Prospect(
      id: identifiers.uuid("prospect", number),
      fullName: "\(given.text) \(family.text)",
      jobTitle: random.pick(["Head of Sales", "RevOps Lead", "Geschäftsführer", "CEO, Founder"]),
      email: hasAddress ? spelled : nil,
      phone: random.chance(60) ? random.digits(in: country.phonePattern) : nil)
  }

  /// A contact that has an e-mail address; nil in a directory without any nearby.
  private func sharedContact(_ random: inout SplitMix64) -> Int? {
    guard directory.count > 0 else { return nil }
    let first = random.below(directory.count)
    return (first..<min(first + 64, directory.count)).first { directory.facets[$0].hasEmail }
  }
}
