import LuaBridge
import MachinePort
import Synchronization
import Testing

@testable import MachineDriver

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The host's end of a real socket, with a `MachineLoop` on a thread of its own at the other end.
final class LoopHost {
  let control: ControlPage
  let socket: Int32
  private var decoder = FrameDecoder()
  private let thread: LoopThread

  init() throws {
    control = try #require(ControlPage.make())
    var pair: [Int32] = [0, 0]
    #if os(Linux)
      let type = Int32(SOCK_STREAM.rawValue)
    #else
      let type = SOCK_STREAM
    #endif
    try #require(socketpair(AF_UNIX, type, 0, &pair) == 0)
    socket = pair[0]
    thread = LoopThread(socket: pair[1], control: control)
  }

  deinit {
    shutdown(socket, Int32(SHUT_RDWR))
    close(socket)
  }

  /// How the loop ended: nil when the machine ended properly. Waits for it.
  func end() -> DriverError? { thread.end() }

  func send(_ messages: HostMessage...) throws {
    var writer = PortWriter()
    for message in messages { try message.encode(into: &writer) }
    send(writer.bytes)
  }

  func send(_ bytes: [UInt8]) {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes { write(socket, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      sent += count
    }
  }

  func start(_ source: String) throws {
    try send(.start(Start(chunkName: "@recipe.lua", source: Array(source.utf8))))
  }

  /// The next message; nil when the machine's side is closed.
  func receive() throws -> MachineMessage? {
    while true {
      if let frame = try decoder.next() { return try MachineMessage(frame) }
      let count = decoder.fill { read(socket, $0.baseAddress, $0.count) }
      // A machine that ended with messages unread resets the connection.
      if count <= 0 { return nil }
    }
  }

  /// Messages up to the first that is no notice.
  func receiveOutput() throws -> (output: [UInt8], next: MachineMessage?) {
    var output: [UInt8] = []
    while true {
      let message = try receive()
      guard case .notice(.print(let bytes)) = message else { return (output, message) }
      output += bytes
    }
  }
}

/// Runs a loop on a plain thread, as the host does for trusted recipes.
private final class LoopThread: Sendable {
  private let thread: pthread_t

  private final class Context: Sendable {
    let socket: Int32
    let control: ControlPage
    let result = Mutex<DriverError?>(nil)

    init(socket: Int32, control: ControlPage) {
      self.socket = socket
      self.control = control
    }

    func run() {
      do throws(DriverError) {
        var loop = MachineLoop(socket: socket, control: control)
        try loop.run()
      } catch {
        result.withLock { $0 = error }
      }
      close(socket)
    }
  }

  private let context: Context

  init(socket: Int32, control: ControlPage) {
    context = Context(socket: socket, control: control)
    var thread = pthread_t()
    pthread_create(
      &thread, nil,
      { context in
        Unmanaged<Context>.fromOpaque(context!).takeRetainedValue().run()
        return nil
      }, Unmanaged.passRetained(context).toOpaque())
    self.thread = thread
  }

  func end() -> DriverError? {
    pthread_join(thread, nil)
    return context.result.withLock { $0 }
  }
}
