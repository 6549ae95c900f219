package import LuaBridge
internal import MachinePort
internal import RecipeMachine

/// Drives one machine over a socket: messages in, a step, messages out, until the machine ends.
///
/// The worker process runs it on its main thread, the host runs it on a plain thread for trusted
/// recipes. It blocks, so it must never run on a loop or in the cooperative pool.
package struct MachineLoop {
  private let socket: PortSocket
  private let machine: Machine
  private let files = DescriptorFiles()
  private var decoder = FrameDecoder()
  private var writer = PortWriter()
  /// Descriptors that came with bytes whose frames are not decoded yet, in their order.
  private var handed: [Int32] = []

  /// - Parameter socket: a blocking stream socket; the caller closes it after `run`.
  package init(socket: Int32, control: ControlPage) {
    self.socket = PortSocket(descriptor: socket)
    machine = Machine(MachineConfiguration(control: control, files: files))
  }

  /// For a worker process: the control page comes as a descriptor, which the loop owns from now on.
  package init(socket: Int32, controlPage: Int32) throws(DriverError) {
    guard let control = ControlPage.map(controlPage) else { throw .noControlPage }
    self.init(socket: socket, control: control)
  }

  /// Returns when the machine has ended. Throws when the host is gone or speaks nonsense.
  package mutating func run() throws(DriverError) {
    defer { for descriptor in handed { files.close(descriptor) } }
    var incoming = tell([Machine.greeting])
    try flush()
    while true {
      let turn = machine.step(incoming)
      incoming = tell(turn.messages)
      try flush()
      switch turn.state {
      case .ended: return
      case .ready: continue
      case .waiting: if incoming.isEmpty { incoming = try receive() }
      }
    }
  }

  /// Writes messages for the next flush. Returns refusals of requests that are too large for a
  /// frame.
  private mutating func tell(_ messages: [MachineMessage]) -> [HostMessage] {
    var refusals: [HostMessage] = []
    for message in messages {
      do throws(PortError) {
        try message.encode(into: &writer)
      } catch {
        guard case .request(let id, _) = message else { continue }
        refusals.append(.reply(id: id, .failure(json: Self.tooLarge)))
      }
    }
    return refusals
  }

  private static let tooLarge = Array(
    #"{"kind":"limit","message":"the arguments are too large: a request holds at most 64 MiB"}"#
      .utf8)

  /// One write for everything that a turn said.
  private mutating func flush() throws(DriverError) {
    guard !writer.bytes.isEmpty else { return }
    try socket.send(writer.bytes)
    writer.removeAll()
  }

  /// Waits until at least one whole message has come.
  private mutating func receive() throws(DriverError) -> [HostMessage] {
    var messages: [HostMessage] = []
    while messages.isEmpty {
      let socket = socket
      var handed: [Int32] = []
      _ = try decoder.fill { (space) throws(DriverError) in
        try socket.receive(into: space, handed: &handed)
      }
      self.handed += handed
      messages = try decode()
    }
    return messages
  }

  private mutating func decode() throws(DriverError) -> [HostMessage] {
    var messages: [HostMessage] = []
    do throws(PortError) {
      while let frame = try decoder.next() {
        messages.append(
          try HostMessage(frame) { handed.isEmpty ? nil : handed.removeFirst() })
      }
    } catch {
      throw .malformed(error)
    }
    return messages
  }
}
