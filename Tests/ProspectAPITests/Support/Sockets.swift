#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The sockets of this process, as the system counts them.
enum Sockets {
  /// How many are connected to a port of this machine.
  static func connected(to port: UInt16) -> Int {
    (0..<limit).count { descriptor in
      var address = sockaddr_in()
      var length = socklen_t(MemoryLayout<sockaddr_in>.size)
      let isConnected = withUnsafeMutablePointer(to: &address) { pointer in
        pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          getpeername(descriptor, $0, &length) == 0
        }
      }
      return isConnected && address.sin_family == sa_family_t(AF_INET)
        && UInt16(bigEndian: address.sin_port) == port
    }
  }

  /// Descriptors are the smallest numbers that are free.
  private static let limit: Int32 = 4096
}
