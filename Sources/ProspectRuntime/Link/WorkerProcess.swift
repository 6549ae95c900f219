internal import CSystemShims

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A worker: the process in which one recipe runs.
///
/// Belongs to the host's loop. Its process id stays its own until it was reaped, and it is reaped here only, so a
/// signal never meets a stranger that got the same number.
final class WorkerProcess: MachineSeat {
  private let child: pid_t
  private let descriptor: Int32
  private var wasReaped = false

  /// Starts a worker that talks through `socket` and shares `page`; both remain the caller's to close.
  ///
  /// Called on the host's loop, whose thread lives as long as the runtime: a worker dies with the thread that started it, so
  /// that it never outlives its host.
  init(executable: String, socket: Int32, page: Int32) throws(RuntimeError) {
    let child = csys_spawn(executable, socket, page)
    guard child > 0 else {
      throw RuntimeError(.resources, "cannot start \(executable): \(systemMessage(-child))")
    }
    let descriptor = csys_process_descriptor(child)
    guard descriptor >= 0 else {
      systemKill(child, SIGKILL)
      waitpid(child, nil, 0)
      throw RuntimeError(.resources, "cannot watch \(executable): \(systemMessage(-descriptor))")
    }
    self.child = child
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  var endDescriptor: Int32? { descriptor }

  var processorTime: Duration? {
    let used = wasReaped ? -1 : csys_process_time(child)
    return used < 0 ? nil : .nanoseconds(used)
  }

  func endNow() {
    if !wasReaped { systemKill(child, SIGKILL) }
  }

  func reap() -> SeatEnding? {
    var status: Int32 = 0
    let child = csys_reap(child, &status)
    guard child != 0 else { return nil }
    wasReaped = true
    // A program that embeds the runtime may have told the system to reap all children; then nobody knows more.
    guard child > 0 else { return .exited(0) }
    let signal = status & 0x7f
    return signal == 0 ? .exited(status >> 8 & 0xff) : .signalled(signal)
  }
}
