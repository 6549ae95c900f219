import ProspectJSON

extension OpenProspect {
  private static let texts = [
    "profile_name", "ideal_customer_profile", "seller_offering", "seller_industry",
    "output_language",
  ]
  private static let lists = [
    "target_countries", "target_cities", "target_industries", "excluded_industries",
    "contact_roles",
  ]

  /// Checks the body of a profile creation [seed 001, "Validation Rules"].
  ///
  /// - Throws: 422 for a missing or wrong field. Fields that no source names are let pass.
  func checkProfileRequest(_ call: Call) throws(Refusal) {
    guard call.isJSON, let body = call.json, body.object != nil else {
      throw .invalid("body", "must be a JSON object sent as application/json")
    }
    for name in ["profile_name", "ideal_customer_profile"] {
      guard let text = body[name]?.string, !text.isEmpty else {
        throw .invalid(name, "is required")
      }
    }
    guard let countries = body["target_countries"]?.array, !countries.isEmpty else {
      throw .invalid("target_countries", "must contain at least one value")
    }
    for name in OpenProspect.texts {
      guard let value = body[name], value != .null else { continue }
      guard value.string != nil else { throw .invalid(name, "must be a string") }
    }
    for name in OpenProspect.lists {
      guard let value = body[name], value != .null else { continue }
      guard let items = value.array, items.allSatisfy({ $0.string != nil }) else {
        throw .invalid(name, "must be a list of strings")
      }
    }
    for name in ["company_size_min", "company_size_max"] {
      guard let value = body[name], value != .null else { continue }
      guard let size = value.number, size > 0 else { throw .invalid(name, "must be positive") }
    }
  }
}
