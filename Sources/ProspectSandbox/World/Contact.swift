/// One business in SphereScout's database.
struct Contact: Sendable {
  let name: String
  let category: String
  let address: String?
  let city: City
  let zipCode: String?
  let country: Country
  let phoneNumber: String?
  /// The addresses in the order in which the file joins them; empty when there is none.
  let emails: [String]
  let website: String?
}
