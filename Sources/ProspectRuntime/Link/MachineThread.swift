internal import CSystemShims
internal import LuaBridge
internal import MachineDriver

/// A thread of this process on which a trusted recipe runs; the same loop as in a worker, over the same kind of socket.
///
/// Nothing can end it but the recipe itself, which listens to the control page. A run that does not listen is given
/// up: its thread goes on until Lua comes back, and then ends.
final class MachineThread: MachineSeat {
  /// Names the processor clock of the thread.
  private let clock: Int32

  /// Starts the thread; it owns `socket` from now on, also when starting it fails.
  init(socket: Int32, control: ControlPage) throws(RuntimeError) {
    // The new thread takes over the one reference that is retained here.
    let start = Unmanaged.passRetained(ThreadStart(socket: socket, control: control))
    var clock: Int32 = -1
    let code = csys_start_thread(runMachine, start.toOpaque(), &clock)
    guard code == 0 else {
      start.release()
      systemClose(socket)
      throw RuntimeError(.resources, "cannot start a thread: \(systemMessage(-code))")
    }
    self.clock = clock
  }

  var processorTime: Duration? {
    let used = csys_clock(clock)
    return used < 0 ? nil : .nanoseconds(used)
  }

  var endDescriptor: Int32? { nil }

  func reap() -> SeatEnding? { .returned }

  func endNow() {}
}

/// What a new thread is given.
private final class ThreadStart: Sendable {
  let socket: Int32
  let control: ControlPage

  init(socket: Int32, control: ControlPage) {
    self.socket = socket
    self.control = control
  }
}

/// Runs one machine until it ends or the host closes its side, which is no error here.
private func runMachine(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let argument else { return nil }
  let start = Unmanaged<ThreadStart>.fromOpaque(argument).takeRetainedValue()
  defer { systemClose(start.socket) }
  var loop = MachineLoop(socket: start.socket, control: start.control)
  try? loop.run()
  return nil
}
