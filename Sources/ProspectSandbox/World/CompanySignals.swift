/// What is known about a company beside its people: open positions and technologies. Neither
/// body is documented [contract openprospect §5.2]; both are drawn from the company's id.
struct CompanySignals: Sendable {
  struct Position: Sendable {
    let id: String
    let title: String
    let department: String
    let postedAt: Instant
  }

  struct Technology: Sendable {
    let name: String
    let category: String
  }

  /// The newest one first.
  let positions: [Position]
  let technologies: [Technology]

  init(companyID: String, identifiers: Identifiers, start: Instant) {
    let mark = Int(Checksum.of(companyID.utf8) >> 16)
    var random = SplitMix64(seed: identifiers.seed &+ 6, index: mark)
    var age = 0
    positions = (0..<random.below(5)).map { number in
      let plan = random.pick(CompanySignals.plans)
      age += 1 + random.below(20)
      return Position(
        id: identifiers.uuid("position", mark << 3 | number), title: plan.title,
        department: plan.department, postedAt: start - .seconds(age * 86_400))
    }
    technologies = CompanySignals.stack.filter { _ in random.chance(40) }
  }

  private static let plans = [
    (title: "Account Executive (m/w/d)", department: "Sales"),
    (title: "Inside Sales Representative", department: "Sales"),
    (title: "Ingénieur·e données", department: "Engineering"),
    (title: "Site Reliability Engineer", department: "Engineering"),
    (title: "Buchhalter/in", department: "Finance"),
    (title: "Growth Marketer", department: "Marketing"),
  ]

  private static let stack = [
    Technology(name: "WordPress", category: "CMS"), Technology(name: "Shopify", category: "Shop"),
    Technology(name: "HubSpot", category: "CRM"), Technology(name: "Salesforce", category: "CRM"),
    Technology(name: "Google Analytics", category: "Analytics"),
    Technology(name: "Matomo", category: "Analytics"),
    Technology(name: "Cloudflare", category: "CDN"),
    Technology(name: "React", category: "Framework"),
  ]
}
