#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Room for the descriptors that one `recvmsg` may bring. (The macros of <sys/socket.h> do not
/// reach Swift.)
struct AncillaryBuffer {
  private static let mostDescriptors = 16
  private static let headerSize = align(MemoryLayout<cmsghdr>.size)
  private static let size =
    headerSize + align(mostDescriptors * MemoryLayout<Int32>.size)

  private var bytes = [UInt64](repeating: 0, count: (size + 7) / 8)

  #if os(Linux)
    private static let flags = Int32(MSG_CMSG_CLOEXEC)
  #else
    private static let flags: Int32 = 0
  #endif

  /// CMSG_ALIGN: Linux aligns to the size of a word, Darwin to four bytes.
  private static func align(_ length: Int) -> Int {
    #if os(Linux)
      let unit = MemoryLayout<Int>.size
    #else
      let unit = 4
    #endif
    return (length + unit - 1) / unit * unit
  }

  /// One `recvmsg`; its result, and the descriptors that came with the bytes.
  mutating func receive(
    from socket: Int32, into buffer: UnsafeMutableRawBufferPointer
  ) -> (count: Int, descriptors: [Int32]) {
    var vector = iovec(iov_base: buffer.baseAddress, iov_len: buffer.count)
    return withUnsafeMutablePointer(to: &vector) { vector in
      bytes.withUnsafeMutableBytes { control in
        var message = msghdr()
        message.msg_iov = vector
        message.msg_iovlen = 1
        message.msg_control = control.baseAddress
        message.msg_controllen = .init(control.count)
        let count = recvmsg(socket, &message, Self.flags)
        guard count > 0 else { return (count, []) }
        let received = UnsafeRawBufferPointer(rebasing: control[..<Int(message.msg_controllen)])
        return (count, Self.descriptors(in: received))
      }
    }
  }

  /// Walks the control messages. Lengths are the kernel's, and checked all the same.
  private static func descriptors(in control: UnsafeRawBufferPointer) -> [Int32] {
    var found: [Int32] = []
    var offset = 0
    while offset + headerSize <= control.count {
      let header = control.loadUnaligned(fromByteOffset: offset, as: cmsghdr.self)
      let length = Int(header.cmsg_len)
      guard length >= headerSize, offset + length <= control.count else { break }
      if header.cmsg_level == SOL_SOCKET, header.cmsg_type == Int32(SCM_RIGHTS) {
        for place in stride(from: headerSize, to: length, by: MemoryLayout<Int32>.size) {
          found.append(control.loadUnaligned(fromByteOffset: offset + place, as: Int32.self))
        }
      }
      offset += align(length)
    }
    return found
  }
}
