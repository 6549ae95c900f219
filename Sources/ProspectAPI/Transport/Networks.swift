internal import CCurlShims

/// Parts of the network, beside the internet, where a server may be.
///
/// A name is no proof of where a server is: whoever owns it may let it mean an address of this machine or of the network
/// behind it. So the address is looked at that is really connected to.
package struct Networks: OptionSet, Sendable, Hashable {
  package let rawValue: UInt32

  package init(rawValue: UInt32) { self.rawValue = rawValue }

  package static let thisMachine = Networks(CCS_THIS_MACHINE)
  /// Of a company, a household, a carrier.
  package static let privateNetwork = Networks(CCS_PRIVATE)
  /// Of one cable, and where clouds tell machines about themselves, credentials among it.
  package static let linkLocal = Networks(CCS_LINK_LOCAL)
  /// Where no server is: multicast, documentation, reserved.
  package static let nowhere = Networks(CCS_NOWHERE)

  private init(_ network: ccs_network) { rawValue = network.rawValue }

  /// The part in which an address lies, empty for the internet; nil when the text is no address.
  static func of(address: some StringProtocol) -> Networks? {
    var network = CCS_INTERNET
    return ccs_address_network(String(address), &network) ? Networks(network) : nil
  }

  /// The part of the network to which an exchange was refused a connection; nil when it was not.
  init?(refusedBy exchange: OpaquePointer) {
    let network = ccs_exchange_refused_network(exchange)
    guard network != CCS_INTERNET else { return nil }
    self.init(network)
  }

  /// Why a server there is not reached, as a sentence.
  var refusal: String {
    switch self {
    case .thisMachine:
      "the host is this machine, and only a provider of this machine may be there"
    case .privateNetwork: "the host is in a private network, which is not allowed for it"
    case .linkLocal: "the host is at a link-local address, where no provider is"
    default: "the host is at an address that no server has"
    }
  }
}

extension Origin {
  /// The part of the network that its host names; empty for the internet, and for names that anybody could resolve
  /// differently.
  package var networks: Networks {
    isLoopback ? .thisMachine : address.flatMap { Networks.of(address: $0) } ?? []
  }

  /// The host without brackets when it is an address; nil when it is a name.
  var address: Substring? {
    if host.hasPrefix("[") { return host.dropFirst().dropLast() }
    return Networks.of(address: host) == nil ? nil : host[...]
  }
}
