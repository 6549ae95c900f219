#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Two connected local sockets; closed with the value.
final class SocketPair: Sendable {
  let ours: Int32
  let theirs: Int32

  struct Failure: Error {}

  init() throws {
    var pair: [Int32] = [-1, -1]
    #if canImport(Darwin)
      let kind = SOCK_STREAM
    #else
      let kind = Int32(SOCK_STREAM.rawValue)
    #endif
    guard socketpair(AF_UNIX, kind, 0, &pair) == 0 else { throw Failure() }
    (ours, theirs) = (pair[0], pair[1])
  }

  deinit {
    close(ours)
    close(theirs)
  }

  func writeTheirs(_ text: String) {
    _ = text.withCString { write(theirs, $0, text.utf8.count) }
  }

  func closeTheirs() {
    shutdown(theirs, Int32(SHUT_RDWR))
  }
}
