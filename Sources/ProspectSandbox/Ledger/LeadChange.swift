import ProspectJSON

/// The members that a create or upsert sends, checked: absent ones are left alone, null clears.
struct LeadChange: Sendable {
  private let members: [JSONObject.Member]
  let email: String?
  let fullName: String?
  let externalID: String?
  private let customFieldsMerge: Bool

  /// - Throws: `Refusal` 400 for a member of the wrong type or an e-mail that is no address.
  init(body: JSON, readings: ProspectB2BReadings = ProspectB2BReadings()) throws(Refusal) {
    guard let object = body.object, !object.members.isEmpty else {
      throw .invalidRequest("the body must be a JSON object with at least one member")
    }
    for member in object.members { try LeadChange.check(member) }
    members = object.members.filter { !readings.nullIsIgnored || $0.value != .null }
    customFieldsMerge = readings.customFieldsMerge
    email = object["email"]?.string
    fullName = object["full_name"]?.string
    externalID = object["external_id"]?.string
  }

  /// Writes every sent member into `lead`.
  func apply(to lead: inout Lead) {
    for member in members {
      switch member.name {
      case "full_name": lead.fullName = member.value.string
      case "email": lead.email = member.value.string
      case "company_name": lead.companyName = member.value.string
      case "external_id": lead.externalID = member.value.string
      case "phone": lead.phone = member.value.string
      case "job_title": lead.jobTitle = member.value.string
      case "website": lead.website = member.value.string
      case "source": lead.source = member.value.string
      case "status": lead.status = member.value.string
      case "tags": lead.tags = (member.value.array ?? []).compactMap(\.string)
      case "custom_fields":
        let sent = member.value.object ?? JSONObject()
        guard customFieldsMerge else {
          lead.customFields = sent
          continue
        }
        for field in sent.members { lead.customFields[field.name] = field.value }
      case let name where !Lead.readOnlyMembers.contains(name): lead.unknown[name] = member.value
      default: break
      }
    }
  }

  private static func check(_ member: JSONObject.Member) throws(Refusal) {
    let value = member.value
    guard value != .null else { return }
    switch member.name {
    case "tags":
      guard let tags = value.array, tags.allSatisfy({ $0.string != nil }) else {
        throw .invalidRequest("tags must be a list of strings", field: "tags")
      }
    case "custom_fields":
      guard value.object != nil else {
        throw .invalidRequest("custom_fields must be an object", field: "custom_fields")
      }
    case let name where Lead.textMembers.contains(name):
      guard let text = value.string else {
        throw .invalidRequest("\(name) must be a string, not \(value.kindName)", field: name)
      }
      if name == "email" && !MailAddress.isValid(text) {
        throw .invalidRequest("email is not an address", field: name)
      }
    default: break
    }
  }
}

extension Lead {
  static let textMembers: Set = [
    "full_name", "email", "company_name", "external_id", "phone", "job_title", "website", "source",
    "status",
  ]
  /// Members that the server sets; sent ones are ignored.
  fileprivate static let readOnlyMembers: Set = ["id", "object", "created_at", "updated_at"]
}
