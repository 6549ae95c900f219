import CSystemShims
import Foundation
import MachinePort
import Testing

@testable import ProspectRuntime

/// What waits for a machine that does not read yet.
@Suite struct OutboxTests {
  private let near: Int32
  private let far: Int32

  init() throws {
    var pair: [Int32] = [-1, -1]
    try #require(csys_socket_pair(&pair) == 0)
    (near, far) = (pair[0], pair[1])
  }

  private func reply(_ id: UInt64, bytes: Int = 0, descriptor: Int32? = nil) -> HostMessage {
    .reply(
      id: id, .value(json: [UInt8](repeating: 32, count: bytes), meta: [], descriptor: descriptor))
  }

  @Test func `what the socket does not take is kept, and arrives whole and in order`() throws {
    defer { for socket in [near, far] { close(socket) } }
    var outbox = Outbox()
    for id in 1...20 { try outbox.append(reply(UInt64(id), bytes: 100_000)) }
    outbox.flush(to: near)
    let left = outbox.count
    #expect(left > 0)
    var decoder = FrameDecoder()
    var ids: [UInt64] = []
    while ids.count < 20 {
      _ = decoder.fill { space in max(0, read(far, space.baseAddress, space.count)) }
      while let frame = try decoder.next() { ids.append(frame.id) }
      outbox.flush(to: near)
    }
    #expect(ids == (1...20).map { UInt64($0) })
    expectEmpty(outbox)
  }

  @Test func `a descriptor is closed here once it has left, or when nobody takes it`() throws {
    let sent = open("/dev/null", O_RDONLY | O_CLOEXEC)
    let kept = open("/dev/null", O_RDONLY | O_CLOEXEC)
    do {
      var outbox = Outbox()
      try outbox.append(reply(1, descriptor: sent))
      outbox.flush(to: near)
      expectEmpty(outbox)
      close(far)
      try outbox.append(reply(2, descriptor: kept))
      outbox.flush(to: near)
      expectEmpty(outbox)
    }
    close(near)
    // Other tests open descriptors meanwhile, so a number may be in use again, but not for this device.
    for descriptor in [sent, kept] { #expect(!leadsToNull(descriptor)) }
  }

  @Test func `a message that no frame can hold leaves no trace`() throws {
    defer { for socket in [near, far] { close(socket) } }
    var outbox = Outbox()
    do throws(PortError) {
      try outbox.append(reply(1, bytes: 64 << 20))
      Issue.record("a frame of more than 64 MiB should be refused")
    } catch {
      expectEmpty(outbox)
    }
  }

  /// The macro cannot hold a value that cannot be copied.
  private func expectEmpty(_ outbox: borrowing Outbox) {
    let isEmpty = outbox.isEmpty
    #expect(isEmpty)
  }

  private func leadsToNull(_ descriptor: Int32) -> Bool {
    let link = "/proc/self/fd/\(descriptor)"
    return (try? FileManager.default.destinationOfSymbolicLink(atPath: link)) == "/dev/null"
  }
}
