internal import CSystemShims
internal import MachinePort

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Messages on their way to one machine.
///
/// What is said in one turn of the loop leaves in one write; what the machine does not take yet waits here. Its size is
/// bounded by the replies to the requests that the machine has open.
struct Outbox: ~Copyable {
  private var writer = PortWriter()
  /// How much of `writer` has left.
  private var sent = 0
  /// Descriptors that leave with the byte at an offset of `writer`, in the order of those offsets.
  private var passengers: [(offset: Int, descriptor: Int32)] = []

  /// A writer that has become larger than this is given back once it is empty.
  private static let keptCapacity = 1 << 20

  deinit { for passenger in passengers { systemClose(passenger.descriptor) } }

  /// Bytes that have not left.
  var count: Int { writer.bytes.count - sent }
  var isEmpty: Bool { count == 0 }

  /// Adds a message; a descriptor that goes with it belongs to the outbox from now on.
  ///
  /// - Throws: `PortError.length` when the message is too large; nothing of it is sent then.
  mutating func append(_ message: HostMessage) throws(PortError) {
    let offset = writer.bytes.count
    do throws(PortError) {
      try message.encode(into: &writer)
      if let descriptor = message.descriptor { passengers.append((offset, descriptor)) }
    } catch {
      if let descriptor = message.descriptor { systemClose(descriptor) }
      throw error
    }
  }

  /// Writes as much as a non-blocking socket takes now. That nobody listens any more is no error here: what is left
  /// is forgotten, and reading from the socket tells the rest.
  mutating func flush(to socket: Int32) {
    while !isEmpty {
      let result = sendNext(to: socket)
      if result == -Int(EAGAIN) { return }
      if result < 0 { break }
    }
    forget()
  }

  /// Sends up to where the next descriptor must join.
  private mutating func sendNext(to socket: Int32) -> Int {
    let joining = passengers.first.flatMap { $0.offset == sent ? $0.descriptor : nil }
    let end = passengers.first { $0.offset > sent }?.offset ?? writer.bytes.count
    let count = writer.bytes.withUnsafeBytes { bytes in
      // The bytes are not empty, so their address is there.
      bytes.baseAddress.map { csys_send(socket, $0 + sent, end - sent, joining ?? -1) } ?? 0
    }
    if count > 0 {
      sent += count
      if joining != nil { systemClose(passengers.removeFirst().descriptor) }
    }
    return count
  }

  private mutating func forget() {
    for passenger in passengers { systemClose(passenger.descriptor) }
    passengers.removeAll()
    sent = 0
    if writer.bytes.count > Self.keptCapacity { writer = PortWriter() } else { writer.removeAll() }
  }
}
