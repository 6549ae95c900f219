internal import CCurlShims

/// A block of addresses such as `10.0.0.0/8`, or a single one.
enum AddressBlock {
  static func contains(_ block: some StringProtocol, _ address: some StringProtocol) -> Bool {
    ccs_address_is_in(String(address), String(block))
  }
}
