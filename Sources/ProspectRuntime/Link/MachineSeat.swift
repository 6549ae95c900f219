/// Who runs the machine at the far end of a link. Belongs to the host's loop.
protocol MachineSeat: AnyObject {
  /// Processor time that the machine has used; nil when it can no longer be told.
  var processorTime: Duration? { get }

  /// A descriptor that is readable once the machine is gone for good; nil when the end of the link means that.
  var endDescriptor: Int32? { get }

  /// How the machine ended; nil while it has not. Frees what the system keeps of it.
  func reap() -> SeatEnding?

  /// Ends the machine at once, whatever it is doing. Does nothing where there is no such power.
  func endNow()
}

/// How the one who ran the machine ended.
enum SeatEnding: Equatable {
  /// The process ended by itself, with that exit code.
  case exited(Int32)
  /// The process died by that signal.
  case signalled(Int32)
  /// The thread left its loop.
  case returned
}
