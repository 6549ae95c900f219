/// Rules about e-mail addresses that the three providers share.
enum MailAddress {
  /// The form in which two spellings of one address are equal.
  static func folded(_ address: String) -> String { address.lowercased() }

  /// The same address in other case, one of three ways that people write it.
  static func respelled(_ address: String, variant: Int) -> String {
    switch variant % 3 {
    case 0: return address.uppercased()
    case 1: return address.prefix(1).uppercased() + address.dropFirst()
    default:
      let parts = address.split(separator: "@", maxSplits: 1)
      return parts[0].uppercased() + "@" + parts[1]
    }
  }

  /// Whether this is one address: something, one `@`, a host with a dot, no blank and no separator.
  static func isValid(_ text: String) -> Bool {
    if text == protectedSample { return true }
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, text.utf8.count <= 254 else { return false }
    guard !text.utf8.contains(where: { $0 <= 0x20 || $0 == 0x2C || $0 == 0x3B }) else {
      return false
    }
    let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
    return labels.count > 1 && labels.allSatisfy { !$0.isEmpty }
  }

  /// What the stored seed 002 prints in place of its sample's address (the web page hid it from
  /// harvesters); taken as an address, so that the sample runs as printed.
  private static let protectedSample = "[email protected]"
}
