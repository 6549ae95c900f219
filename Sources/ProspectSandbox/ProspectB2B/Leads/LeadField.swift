import ProspectJSON

/// A field that the workspace added to its leads; values lie in `custom_fields` [contract
/// prospectb2b §8.2].
struct LeadField: Sendable {
  enum Kind: String, Sendable { case string, number, boolean, date, `enum` }

  let key: String
  let label: String
  let type: Kind
  var options: [String] = []

  static let all = [
    LeadField(key: "fleet_size", label: "Fleet size", type: .number),
    LeadField(
      key: "segment", label: "Segment", type: .enum, options: ["small", "middle", "large"]),
    LeadField(key: "contract_end", label: "Contract ends on", type: .date),
    LeadField(key: "newsletter", label: "Gets the newsletter", type: .boolean),
    LeadField(key: "notes", label: "Notes", type: .string),
  ]

  static func named(_ key: String) -> LeadField? { all.first { $0.key == key } }

  /// Whether an import, an export or a mapping may name it: a built-in or an own field.
  static func isKnown(_ key: String) -> Bool {
    Lead.textMembers.contains(key) || key == "tags" || named(key) != nil
  }

  func accepts(_ value: JSON) -> Bool {
    switch type {
    case .string: value.string != nil
    case .number: value.number != nil
    case .boolean: value.bool != nil
    case .date: value.string.map { Instant(text: $0 + "T00:00:00Z") != nil } ?? false
    case .enum: value.string.map(options.contains) ?? false
    }
  }
}
