// The confined process of one recipe: one machine, one socket, one control page.
//
// The host starts it with two descriptors and nothing else: no environment, no arguments, no other
// files. It ends when its recipe has ended or its host is gone; whatever goes wrong here, the host
// sees the end of the socket.
internal import CSystemShims
internal import MachineDriver

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Where the host puts the descriptors.
enum Inherited {
  static let socket: Int32 = 3
  static let controlPage: Int32 = 4
}

// A crash is reported by the host; a core file would only hold the customer's data.
var noCore = rlimit(rlim_cur: 0, rlim_max: 0)
setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &noCore)
// A recipe that spins reads no end of the socket: when the host dies, the system ends the worker.
csys_end_with_parent()
do throws(DriverError) {
  var loop = try MachineLoop(socket: Inherited.socket, controlPage: Inherited.controlPage)
  try loop.run()
} catch {
  guard error != .closed else { exit(0) }
  let message = "prospect-worker: \(error)\n"
  _ = message.withCString { write(STDERR_FILENO, $0, strlen($0)) }
  exit(1)
}
