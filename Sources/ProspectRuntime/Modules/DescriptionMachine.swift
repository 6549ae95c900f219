internal import MachinePort

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A machine that evaluates one description and ends: text that a stranger may have written runs where recipes run.
struct DescriptionMachine {
  private let seating: Seating

  /// The machine ends its text much earlier; this is for one that does not listen.
  private static let patience = Duration.seconds(10)

  /// - Parameter executable: the worker's; nil: a thread of this process.
  init(executable: String?) throws(RuntimeError) {
    seating = try Seating(executable: executable)
  }

  /// Gives the table that `source` returns, as JSON. Blocks its thread for milliseconds, at worst for `patience`.
  ///
  /// - Parameter name: the file, for messages.
  func evaluate(_ source: [UInt8], name: String) throws(RequestRefusal) -> [UInt8] {
    defer { leave() }
    let outcome: Outcome?
    do throws(PortError) {
      outcome = try self.outcome(
        of: Start(mode: .description, chunkName: "@" + name, source: source))
    } catch {
      throw Self.refusal("cannot be evaluated: \(name) led to \(error)")
    }
    switch outcome {
    case .described(let json): return json
    case .failed(let failure): throw Self.refusal("fails: \(failure.message)")
    case .succeeded, .incomplete, nil:
      throw Self.refusal("fails: \(name) ends its interpreter, or does not end")
    }
  }

  /// What the machine says in the end; nil when it says nothing.
  private func outcome(of start: Start) throws(PortError) -> Outcome? {
    let link = seating.link
    var outcome: Outcome?
    try link.append(.start(start))
    let deadline = ContinuousClock.now + Self.patience
    while ContinuousClock.now < deadline {
      link.flush()
      let state = try link.receive { if case .finished(let end) = $0 { outcome = end } }
      guard state == .open, outcome == nil else { break }
      Self.wait(for: link)
    }
    return outcome
  }

  private static func wait(for link: MachineLink) {
    var socket = pollfd(fd: link.socket, events: Int16(POLLIN), revents: 0)
    if link.pendingBytes > 0 { socket.events |= Int16(POLLOUT) }
    poll(&socket, 1, 100)
  }

  /// Ends the machine and frees what the system keeps of it.
  private func leave() {
    seating.link.close()
    seating.seat.endNow()
    while seating.seat.reap() == nil {
      guard let descriptor = seating.seat.endDescriptor else { return }
      var end = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      poll(&end, 1, 100)
    }
  }

  private static func refusal(_ text: String) -> RequestRefusal {
    RequestRefusal(.usage, "the description of a provider \(text)")
  }
}
