internal import MachinePort

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The host's end of the port to one machine: messages in both directions over a non-blocking socket.
///
/// Belongs to the host's loop.
final class MachineLink {
  /// How a read ended.
  enum State { case open, ended }

  /// The socket, for the loop to watch.
  let socket: Int32
  private var outbox = Outbox()
  private var decoder = FrameDecoder()
  private var isClosed = false

  /// The most that one turn of the loop reads from one machine, so that others get their turn.
  private static let turnPortion = 1 << 20

  /// - Parameter socket: a non-blocking stream socket, owned by the link from now on.
  init(socket: Int32) { self.socket = socket }

  deinit { close() }

  /// Bytes that wait for the machine to take earlier ones.
  var pendingBytes: Int { outbox.count }

  /// Adds a message to what the next `flush` sends; a descriptor that goes with it belongs to the link from now on.
  ///
  /// - Throws: `PortError.length` when the message is too large; nothing of it is sent then.
  func append(_ message: HostMessage) throws(PortError) { try outbox.append(message) }

  /// Sends as much as the machine takes now.
  func flush() {
    if !isClosed { outbox.flush(to: socket) }
  }

  /// Reads what has come and hands over each message; says whether the machine may still speak.
  ///
  /// - Throws: `PortError` when the bytes are no messages; the link is of no use afterwards.
  func receive(_ take: (MachineMessage) -> Void) throws(PortError) -> State {
    var taken = 0
    // After `close` the number may belong to another socket, also when a message made us close.
    while !isClosed, taken < Self.turnPortion {
      let (count, isDrained) = read()
      guard count >= 0 else { return .ended }
      taken += count
      while !isClosed, let frame = try decoder.next() { take(try MachineMessage(frame)) }
      if isDrained { break }
    }
    return isClosed ? .ended : .open
  }

  /// Ends the conversation; the machine sees the end of its stream.
  func close() {
    guard !isClosed else { return }
    isClosed = true
    systemClose(socket)
  }

  /// One read: how many bytes came, -1 at the end of the stream, and whether there was no more than that.
  private func read() -> (count: Int, isDrained: Bool) {
    var result = 0
    var isDrained = false
    let socket = socket
    let count = decoder.fill { space in
      repeat {
        result = recv(socket, space.baseAddress, space.count, 0)
      } while result < 0 && errno == EINTR
      // A read that did not fill the space emptied the socket, which saves asking again.
      isDrained = result < space.count
      return max(0, result)
    }
    if result < 0 { return errno == EAGAIN ? (0, true) : (-1, true) }
    return result == 0 ? (-1, true) : (count, isDrained)
  }
}
