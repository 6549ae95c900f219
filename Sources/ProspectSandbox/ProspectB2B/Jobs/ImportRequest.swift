import ProspectJSON

/// The body of `POST /imports`, each row checked and turned into what will be written [contract
/// prospectb2b §8.3].
struct ImportRequest: Sendable {
  let name: String?
  let mode: LeadWriteMode
  let mapping: JSONObject
  let rows: [ImportBook.Row]

  /// Whether at least one row can be written.
  var isUsable: Bool {
    rows.contains { if case .write = $0 { true } else { false } }
  }

  /// - Throws: 400 for a mapping to a field that no lead has, or rows that are no list of objects.
  init(_ body: RequestBody, readings: ProspectB2BReadings) throws(Refusal) {
    name = try body.text("name")
    let mode = try body.word("mode", of: ["create", "upsert"]).flatMap(LeadWriteMode.init)
    self.mode = mode ?? .upsert
    mapping = try body.object("mapping") ?? JSONObject()
    for entry in mapping.members {
      guard let target = entry.value.string, LeadField.isKnown(target) else {
        throw .invalidRequest("mapping.\(entry.name) names no field of a lead", field: "mapping")
      }
    }
    let objects = try body.list("rows", most: 1000).compactMap(\.object)
    guard objects.count == body["rows"]?.array?.count else {
      throw .invalidRequest("rows must be a list of objects", field: "rows")
    }
    var rows: [ImportBook.Row] = []
    for object in objects {
      rows.append(ImportRequest.row(object, mapping, self.mode, readings))
    }
    self.rows = rows
  }

  private static func row(
    _ object: JSONObject, _ mapping: JSONObject, _ mode: LeadWriteMode,
    _ readings: ProspectB2BReadings
  ) -> ImportBook.Row {
    var lead = JSONObject()
    var own = JSONObject()
    for column in object.members {
      // A column without a mapping is matched by its own name; one that matches nothing is left.
      let key = mapping[column.name]?.string ?? column.name
      guard LeadField.isKnown(key) else { continue }
      guard let field = LeadField.named(key) else {
        lead[key] = column.value
        continue
      }
      guard column.value == .null || field.accepts(column.value) else {
        return refused(key, "\(key) must be a \(field.type.rawValue)", column.value)
      }
      own[key] = column.value
    }
    if !own.members.isEmpty { lead["custom_fields"] = .object(own) }
    return row(lead, mode, readings)
  }

  private static func row(
    _ lead: JSONObject, _ mode: LeadWriteMode, _ readings: ProspectB2BReadings
  ) -> ImportBook.Row {
    guard !lead.members.isEmpty else {
      return refused(nil, "the row has no field of a lead", .null)
    }
    do throws(Refusal) {
      let change = try LeadChange(body: .object(lead), readings: readings)
      let isIdentified =
        mode == .create
        ? change.email != nil || change.fullName != nil
        : change.email != nil || change.externalID != nil
      guard isIdentified else {
        return .refused(
          .init(
            field: nil, code: "missing_match_key",
            message: mode == .create
              ? "the row needs email or full_name" : "the row needs external_id or email",
            rawValue: .null))
      }
      return .write(change)
    } catch {
      let field = error.details?["field"]?.string
      return refused(field, error.message, field.flatMap { lead[$0] } ?? .null)
    }
  }

  private static func refused(
    _ field: String?, _ message: String, _ value: JSON
  ) -> ImportBook.Row {
    .refused(.init(field: field, code: "invalid_value", message: message, rawValue: value))
  }
}
