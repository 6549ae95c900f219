/// One delivered company with its people.
struct Delivery: Sendable {
  let id: String
  let name: String
  let website: String?
  let city: String
  let country: String
  let prospects: [Prospect]
}

/// A person at a delivered company.
struct Prospect: Sendable {
  let id: String
  let fullName: String
  let jobTitle: String
  let email: String?
  let phone: String?
  /// Who this is, whatever the spelling: the folded address, else the prospect's own id.
  var identity: String { email.map(MailAddress.folded) ?? "openprospect:\(id)" }
}
