internal import MachinePort

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// One end of the port: a blocking stream socket that carries bytes and file descriptors.
struct PortSocket {
  let descriptor: Int32

  /// Waits for bytes and puts them into `buffer`; descriptors that came along are added to
  /// `handed`.
  func receive(
    into buffer: UnsafeMutableRawBufferPointer, handed: inout [Int32]
  ) throws(DriverError) -> Int {
    var ancillary = AncillaryBuffer()
    while true {
      let (count, descriptors) = ancillary.receive(from: descriptor, into: buffer)
      handed += descriptors
      if count > 0 { return count }
      if count == 0 { throw .closed }
      if errno != EINTR { throw .system(call: "recvmsg", code: errno) }
    }
  }

  /// Writes all bytes. A host that is gone is an error, not a signal.
  func send(_ bytes: [UInt8]) throws(DriverError) {
    #if os(Linux)
      let flags = Int32(MSG_NOSIGNAL)
    #else
      let flags: Int32 = 0
    #endif
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        let rest = buffer[sent...]
        return Self.write(descriptor, UnsafeRawBufferPointer(rebasing: rest), flags)
      }
      if count > 0 {
        sent += count
      } else if errno == EPIPE || errno == ECONNRESET {
        throw .closed
      } else if errno != EINTR {
        throw .system(call: "send", code: errno)
      }
    }
  }

  private static func write(
    _ descriptor: Int32, _ bytes: UnsafeRawBufferPointer, _ flags: Int32
  ) -> Int {
    #if canImport(Glibc)
      Glibc.send(descriptor, bytes.baseAddress, bytes.count, flags)
    #else
      Darwin.send(descriptor, bytes.baseAddress, bytes.count, flags)
    #endif
  }
}
