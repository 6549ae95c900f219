/// How a CSV export is written; nothing of it is documented [contract spherescout §7].
struct ContactFileStyle: Sendable {
  /// A column by the name in the header.
  enum Column: String, Sendable, CaseIterable {
    case name, category, address, city
    case zipCode = "zip_code"
    case region = "level1_location"
    case county = "level2_location"
    case country
    case phoneNumber = "phone_number"
    case email, website
    /// Not among the contract's columns; a client must not stumble over them.
    case id
    case facebook
  }

  static let usualColumns: [Column] = [
    .name, .category, .address, .city, .zipCode, .region, .county, .country, .phoneNumber, .email,
    .website,
  ]

  var columns = ContactFileStyle.usualColumns
  var hasByteOrderMark = false
  var lineEnd = "\r\n"
  var delimiter: Unicode.Scalar = ","
  /// What stands between several values in one field.
  var joiner = "; "
}
