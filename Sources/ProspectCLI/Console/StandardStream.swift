#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// One of the process's three standard streams.
package struct StandardStream: Sendable {
  let descriptor: Int32

  package static let input = StandardStream(descriptor: 0)
  package static let output = StandardStream(descriptor: 1)
  package static let error = StandardStream(descriptor: 2)

  package var isTerminal: Bool { isatty(descriptor) == 1 }

  package var columns: Int? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}

extension StandardStream: ByteSink {
  package func write(_ bytes: [UInt8]) throws(BrokenPipe) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { posixWrite(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN {
        waitUntilWritable()
      } else if errno != EINTR {
        // EPIPE, and also EBADF, EIO or ENOSPC: what is written here reaches nobody.
        throw BrokenPipe()
      }
    }
  }

  /// A terminal that another program left in non-blocking mode must not lose our output.
  private func waitUntilWritable() {
    var watched = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    poll(&watched, 1, -1)
  }
}

extension StandardStream: ByteSource {
  package func readToEnd() -> [UInt8] {
    var all: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = block.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        all += block[..<count]
      } else if count == 0 || errno != EINTR {
        return all
      }
    }
  }
}

/// write(2) under a name that the method `write` does not hide.
private func posixWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
