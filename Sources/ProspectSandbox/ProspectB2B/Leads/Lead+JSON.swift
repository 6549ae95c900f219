import ProspectJSON

extension Lead {
  /// The lead as the API shows it; members that the contract does not name come last.
  var json: JSON {
    let members: [JSONObject.Member] = [
      .init(name: "id", value: .string(id)),
      .init(name: "object", value: "lead"),
      .init(name: "created_at", value: .string(createdAt.text)),
      .init(name: "updated_at", value: .string(updatedAt.text)),
      .init(name: "full_name", value: .optional(fullName)),
      .init(name: "email", value: .optional(email)),
      .init(name: "company_name", value: .optional(companyName)),
      .init(name: "external_id", value: .optional(externalID)),
      .init(name: "phone", value: .optional(phone)),
      .init(name: "job_title", value: .optional(jobTitle)),
      .init(name: "website", value: .optional(website)),
      .init(name: "source", value: .optional(source)),
      .init(name: "status", value: .optional(status)),
      .init(name: "tags", value: .strings(tags)),
      .init(name: "custom_fields", value: .object(customFields)),
    ]
    return .object(JSONObject(members + unknown.members))
  }
}
