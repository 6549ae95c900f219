import ProspectJSON

/// The file of an export: nobody can fetch it, but what is said about it is true.
struct LeadFile: Sendable {
  static let usualFields = [
    "id", "full_name", "email", "company_name", "external_id", "status", "updated_at",
  ]

  let rowCount: Int
  let byteCount: Int

  static func knows(_ field: String) -> Bool {
    LeadField.isKnown(field) || ["id", "created_at", "updated_at"].contains(field)
  }

  init(plan: LeadExportBook.Plan, leads: [Lead]) {
    let chosen = leads.filter { lead in
      (plan.updatedAfter.map { lead.updatedAt > $0 } ?? true)
        && (plan.status.map { lead.status == $0 } ?? true)
    }
    rowCount = chosen.count
    byteCount =
      plan.format == "csv"
      ? chosen.reduce(LeadFile.row(plan.fields)) {
        $0 + LeadFile.row(plan.fields.map($1.exportedText))
      }
      : chosen.reduce(2) { $0 + $1.exported(plan.fields).encoded.count + 1 }
  }

  /// The bytes of a CSV row with its line end; a field with a separator in it is quoted [RFC 4180].
  private static func row(_ fields: [String]) -> Int {
    fields.reduce(fields.count + 1) { bytes, field in
      let quotes = field.utf8.count { $0 == UInt8(ascii: "\"") }
      let isQuoted = quotes > 0 || field.contains { $0 == "," || $0.isNewline }
      return bytes + field.utf8.count + quotes + (isQuoted ? 2 : 0)
    }
  }
}

extension Lead {
  fileprivate func exported(_ fields: [String]) -> JSON {
    .object(JSONObject(fields.map { .init(name: $0, value: exportedValue($0)) }))
  }

  fileprivate func exportedText(_ field: String) -> String {
    let value = exportedValue(field)
    return value == .null ? "" : value.string ?? value.text
  }

  private func exportedValue(_ field: String) -> JSON {
    json[field] ?? customFields[field] ?? .null
  }
}
