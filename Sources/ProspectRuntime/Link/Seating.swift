internal import CSystemShims
internal import LuaBridge

/// A machine that was started: its link, who runs it, and the page through which it is interrupted.
struct Seating {
  let link: MachineLink
  let seat: any MachineSeat
  let control: ControlPage

  /// Starts a machine: in a process of its own, or without an executable on a thread of this process.
  init(executable: String?) throws(RuntimeError) {
    let (near, far, control) = try Self.makeEnds()
    link = MachineLink(socket: near)
    self.control = control
    if let executable {
      defer { systemClose(far) }
      seat = try WorkerProcess(executable: executable, socket: far, page: control.descriptor)
    } else {
      seat = try MachineThread(socket: far, control: control)
    }
  }

  private static func makeEnds() throws(RuntimeError) -> (near: Int32, far: Int32, ControlPage) {
    guard let control = ControlPage.make() else {
      throw RuntimeError(.resources, "the system has no memory or descriptors left for a recipe")
    }
    var pair: (Int32, Int32) = (-1, -1)
    let code = withUnsafeMutablePointer(to: &pair) { pair in
      pair.withMemoryRebound(to: Int32.self, capacity: 2) { csys_socket_pair($0) }
    }
    guard code == 0 else {
      throw RuntimeError(.resources, "no socket for a recipe: \(systemMessage(-code))")
    }
    return (pair.0, pair.1, control)
  }
}
