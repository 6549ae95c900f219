/// A company that a search or an order found, as the pages of companies show it [contract
/// openprospect §5.2].
struct FoundCompany: Sendable {
  /// What a person decided about it.
  enum ReviewStatus: String, Sendable, CaseIterable { case accepted, rejected, pending }

  /// The search that found it; nil when an order did.
  let searchID: String?
  let delivery: Delivery
  let businessType: String
  /// Tenths of the match score, 0 to 100.
  let matchTenths: Int
  let reviewStatus: ReviewStatus

  var matchScore: Double { Double(matchTenths) / 10 }

  /// Whether the text occurs in the name, city, business type or contacts, whatever its case.
  func mentions(_ text: String) -> Bool {
    let needle = text.lowercased()
    let people = delivery.prospects.flatMap { [$0.fullName, $0.email ?? ""] }
    return ([delivery.name, delivery.city, businessType] + people).contains {
      $0.lowercased().contains(needle)
    }
  }
}
