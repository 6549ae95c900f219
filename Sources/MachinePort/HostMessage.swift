/// What a host tells a machine.
package enum HostMessage: Equatable, Sendable {
  /// The first message: what to run.
  case start(Start)
  /// One input of a session, which ends with a `finished` message of its own.
  case evaluate(source: [UInt8])
  /// The answer to the request with that id.
  case reply(id: UInt64, Reply)
  /// Look at the control page now; wakes a machine that waits.
  case interrupt
}

extension HostMessage {
  /// The descriptor that must travel with the first byte of this message's frame.
  package var descriptor: Int32? {
    if case .reply(_, .value(_, _, let descriptor)) = self { descriptor } else { nil }
  }
}
