/// What the sandbox knows about a country: enough to make up businesses and people in its script.
struct Country: Sendable {
  /// ISO 3166 alpha-2.
  let code: String
  let name: String
  /// Share of the contacts, in relation to the other countries.
  let weight: Int
  /// A `#` stands for a digit; the `+` in front makes a spreadsheet take it for a formula.
  let phonePattern: String
  let cities: [City]
  let streets: [String]
  /// Names of businesses, each with its ASCII form for domains.
  let stems: [Stem]
  /// Company names around a stem, which stands for `%`.
  let forms: [String]
  let givenNames: [Stem]
  let familyNames: [Stem]
}

/// A town with its two parents and the pattern of its postal codes, a `#` for each drawn digit.
struct City: Sendable {
  let name: String
  /// State or region (`level1_location`).
  let region: String
  /// County or department (`level2_location`).
  let county: String
  let zipPattern: String

  init(_ name: String, _ region: String, _ county: String, zip: String) {
    self.name = name
    self.region = region
    self.county = county
    self.zipPattern = zip
  }
}

/// A word in its own script, and the same word as mail servers spell it.
struct Stem: Sendable {
  let text: String
  let slug: String

  init(_ text: String, _ slug: String) {
    self.text = text
    self.slug = slug
  }
}
