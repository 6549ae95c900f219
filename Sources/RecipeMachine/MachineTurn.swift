package import MachinePort

/// What one turn of a machine brought about.
package struct MachineTurn {
  /// What the machine does next.
  package enum State: Equatable, Sendable {
    /// Has more to do: deliver the messages and step again at once. (Output is handed over in
    /// portions.)
    case ready
    /// Waits for messages of the host.
    case waiting
    /// Ended; it takes no more messages.
    case ended
  }

  /// What to tell the host, in this order.
  package var messages: [MachineMessage]
  package var state: State
}
