/// What a machine tells its host.
package enum MachineMessage: Equatable, Sendable {
  /// The first message of a machine.
  case hello(version: UInt32)
  /// Wants exactly one reply.
  case request(id: UInt64, Request)
  /// The machine no longer waits for this reply; one that still comes is ignored.
  case cancel(id: UInt64)
  /// Something to show; wants no reply.
  case notice(Notice)
  /// The run ended, or one evaluation of a session did.
  case finished(Outcome)
}
