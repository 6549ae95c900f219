import MachinePort
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite(.timeLimit(.minutes(1)))
struct DescriptorTests {
  /// Sends a reply whose first byte carries a descriptor.
  private func hand(_ file: Int32, id: UInt64, to host: LoopHost) throws {
    var writer = PortWriter()
    let json = Array(#"{"size":1,"path":"rows.csv"}"#.utf8)
    try HostMessage.reply(id: id, .value(json: json, descriptor: file)).encode(into: &writer)
    var control = [UInt8](repeating: 0, count: 24)
    var header = cmsghdr()
    header.cmsg_len = .init(MemoryLayout<cmsghdr>.size + MemoryLayout<Int32>.size)
    header.cmsg_level = SOL_SOCKET
    header.cmsg_type = .init(SCM_RIGHTS)
    control.withUnsafeMutableBytes { bytes in
      bytes.storeBytes(of: header, as: cmsghdr.self)
      bytes.storeBytes(of: file, toByteOffset: MemoryLayout<cmsghdr>.size, as: Int32.self)
    }
    let sent = writer.bytes.withUnsafeBytes { frame in
      control.withUnsafeMutableBytes { control in
        var vector = iovec(
          iov_base: UnsafeMutableRawPointer(mutating: frame.baseAddress), iov_len: frame.count)
        return withUnsafeMutablePointer(to: &vector) { vector in
          var message = msghdr()
          message.msg_iov = vector
          message.msg_iovlen = 1
          message.msg_control = control.baseAddress
          message.msg_controllen = .init(control.count)
          return sendmsg(host.socket, &message, 0)
        }
      }
    }
    #expect(sent == writer.bytes.count)
  }

  /// The reading end of a pipe that holds `text`.
  private func file(_ text: String) throws -> Int32 {
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    var text = text
    text.withUTF8 { _ = write(ends[1], $0.baseAddress, $0.count) }
    close(ends[1])
    return ends[0]
  }

  @Test func `granted files cross as descriptors, each to its own reply`() throws {
    let host = try LoopHost()
    _ = try host.receive()
    try host.start(
      """
      parallel.all {
        function() a = csv.rows("a.csv")() end,
        function() b = csv.rows("b.csv")() end,
      }
      print(a.n, b.n)
      """)
    var ids: [UInt64] = []
    while ids.count < 2 {
      if case .request(let id, .open) = try host.receive() { ids.append(id) }
    }
    // The second request is answered first; another message stands between the two.
    let second = try file("n\nsecond\n")
    let first = try file("n\nfirst\n")
    try hand(second, id: ids[1], to: host)
    try host.send(.reply(id: 999, .value(json: [])))
    try hand(first, id: ids[0], to: host)
    close(first)
    close(second)
    let (output, next) = try host.receiveOutput()
    #expect(String(decoding: output, as: UTF8.self) == "first\tsecond\n")
    #expect(next == .finished(.succeeded))
  }
}
