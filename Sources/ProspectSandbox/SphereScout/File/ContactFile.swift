/// An export as a CSV file that exists only while it is written out [contract spherescout §7].
///
/// Quoting is that of RFC 4180; missing values are empty fields.
struct ContactFile: Sendable {
  /// The formats that `export_format` names.
  enum Format: String, Sendable {
    case csv
    case excel

    var mediaType: String {
      switch self {
      case .csv: "text/csv; charset=utf-8"
      case .excel: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
      }
    }

    var fileName: String {
      switch self {
      case .csv: "contacts.csv"
      case .excel: "contacts.xlsx"
      }
    }
  }

  let directory: ContactDirectory
  let filter: ContactFilter
  /// The contacts among which the matching ones are looked for.
  let contacts: Range<Int>
  let style: ContactFileStyle

  /// The contacts that have a row.
  var rows: some Sequence<Int> { directory.indexes(matching: filter, in: contacts) }

  /// The first row, behind the byte order mark if there is one.
  var header: [UInt8] {
    let names = style.columns.map(\.rawValue).joined(separator: String(style.delimiter))
    return Array(((style.hasByteOrderMark ? "\u{FEFF}" : "") + names + style.lineEnd).utf8)
  }

  /// Appends the row of contact `index`.
  func appendRow(_ index: Int, to out: inout [UInt8]) {
    let contact = directory.contact(index)
    for (position, column) in style.columns.enumerated() {
      if position > 0 { out.append(contentsOf: style.delimiter.utf8) }
      if let field = field(column, contact, index) { append(field, to: &out) }
    }
    out.append(contentsOf: style.lineEnd.utf8)
  }

  /// What a contact has in a column; nil when it has nothing there.
  func field(_ column: ContactFileStyle.Column, _ contact: Contact, _ index: Int) -> String? {
    switch column {
    case .name: contact.name
    case .category: contact.category
    case .address: contact.address
    case .city: contact.city.name
    case .zipCode: contact.zipCode
    case .region: contact.city.region
    case .county: contact.city.county
    case .country: contact.country.code
    case .phoneNumber: contact.phoneNumber
    case .email:
      contact.emails.isEmpty ? nil : contact.emails.joined(separator: style.joiner)
    case .website: contact.website
    case .id: String(index + 1)
    case .facebook: nil
    }
  }

  /// Appends one field, quoted only when it must be.
  private func append(_ field: String, to out: inout [UInt8]) {
    guard field.utf8.contains(where: isSpecial) else {
      return out.append(contentsOf: field.utf8)
    }
    out.append(0x22)
    for byte in field.utf8 {
      if byte == 0x22 { out.append(0x22) }
      out.append(byte)
    }
    out.append(0x22)
  }

  private func isSpecial(_ byte: UInt8) -> Bool {
    byte == 0x22 || byte == 0x0A || byte == 0x0D || UInt32(byte) == style.delimiter.value
  }
}

extension Unicode.Scalar {
  fileprivate var utf8: String.UTF8View { String(self).utf8 }
}
