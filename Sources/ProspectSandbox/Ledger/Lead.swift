import ProspectJSON

/// A lead of the CRM as ProspectB2B keeps it [contract prospectb2b §8.2].
struct Lead: Sendable, Equatable {
  /// Position in the book, from 0; the id is made of it.
  let number: Int
  let createdAt: Instant
  var updatedAt: Instant
  var fullName: String?
  var email: String?
  var companyName: String?
  var externalID: String?
  var phone: String?
  var jobTitle: String?
  var website: String?
  var source: String? = "api"
  var status: String? = "new"
  var tags: [String] = []
  var customFields = JSONObject()
  /// Members that the contract does not name, kept for the round trip.
  var unknown = JSONObject()

  init(number: Int, at instant: Instant) {
    self.number = number
    self.createdAt = instant
    self.updatedAt = instant
  }

  /// Opaque to clients; its digits sort like the numbers.
  var id: String {
    let digits = String(number + 1)
    return "lead_" + String(repeating: "0", count: max(0, 8 - digits.utf8.count)) + digits
  }
}
