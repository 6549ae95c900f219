/// An export as a CSV file that exists only while it is written out [contract spherescout §7].
///
/// UTF-8 without BOM, commas, RFC 4180 quoting, CRLF, a header row, empty fields for missing
/// values, several values of a field joined by `; `.
struct ContactFile: Sendable {
  let directory: ContactDirectory
  let filter: ContactFilter

  static let header =
    "name,category,address,city,zip_code,level1_location,level2_location,country,phone_number,"
    + "email,website\r\n"

  /// Appends the row of contact `index`.
  func appendRow(_ index: Int, to out: inout [UInt8]) {
    let contact = directory.contact(index)
    let fields: [String?] = [
      contact.name, contact.category, contact.address, contact.city.name, contact.zipCode,
      contact.city.region, contact.city.county, contact.country.code, contact.phoneNumber,
      contact.emails.isEmpty ? nil : contact.emails.joined(separator: "; "), contact.website,
    ]
    for (column, field) in fields.enumerated() {
      if column > 0 { out.append(UInt8(ascii: ",")) }
      if let field { ContactFile.append(field, to: &out) }
    }
    out.append(contentsOf: "\r\n".utf8)
  }

  /// Appends one field, quoted only when it must be.
  private static func append(_ field: String, to out: inout [UInt8]) {
    let special: [UInt8] = [0x22, 0x2C, 0x0A, 0x0D]
    guard field.utf8.contains(where: special.contains) else {
      return out.append(contentsOf: field.utf8)
    }
    out.append(0x22)
    for byte in field.utf8 {
      if byte == 0x22 { out.append(0x22) }
      out.append(byte)
    }
    out.append(0x22)
  }
}
