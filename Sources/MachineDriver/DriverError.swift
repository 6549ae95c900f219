package import MachinePort

/// Why the loop of a machine broke off before the machine had ended.
package enum DriverError: Error, Equatable, Sendable {
  /// The host closed its side of the port.
  case closed
  /// The host sent something that cannot be understood.
  case malformed(PortError)
  /// The system refused a read or write; `code` is its errno.
  case system(call: String, code: Int32)
  /// The descriptor of the control page holds none: the process was not started by a host.
  case noControlPage
}

extension DriverError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .closed: "the host closed the port"
    case .malformed(let error): "the host sent \(error)"
    case .system(let call, let code): "\(call) on the port failed with errno \(code)"
    case .noControlPage: "there is no control page; prospect-run starts this program, nobody else"
    }
  }
}
