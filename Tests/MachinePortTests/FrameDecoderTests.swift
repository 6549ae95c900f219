import Testing

@testable import MachinePort

struct FrameDecoderTests {
  private func stream(_ messages: [MachineMessage]) throws -> [UInt8] {
    var writer = PortWriter()
    for message in messages { try message.encode(into: &writer) }
    return writer.bytes
  }

  private func drain(_ decoder: inout FrameDecoder) throws -> [MachineMessage] {
    var messages: [MachineMessage] = []
    while let frame = try decoder.next() { messages.append(try MachineMessage(frame)) }
    return messages
  }

  @Test(arguments: [1, 2, 3, 5, 13, 64, 1000])
  func `frames come out whole whatever the portions they come in`(portion: Int) throws {
    let sent: [MachineMessage] = [
      .hello(version: Port.version), .request(id: 7, .now), .cancel(id: 7),
      .request(id: 8, .call(operation: "crm.me", arguments: Array(#"{"a":1}"#.utf8))),
      .notice(.print(Array(repeating: 65, count: 500))), .finished(.succeeded),
    ]
    let bytes = try stream(sent)
    var decoder = FrameDecoder()
    var received: [MachineMessage] = []
    for start in stride(from: 0, to: bytes.count, by: portion) {
      decoder.feed(bytes[start..<min(start + portion, bytes.count)])
      received += try drain(&decoder)
    }
    #expect(received == sent)
  }

  @Test func `an unfinished frame is no frame yet`() throws {
    let bytes = try stream([.request(id: 1, .sleep(seconds: 2))])
    var decoder = FrameDecoder()
    decoder.feed(bytes.dropLast())
    #expect(try decoder.next() == nil)
    decoder.feed(bytes.suffix(1))
    #expect(try drain(&decoder) == [.request(id: 1, .sleep(seconds: 2))])
  }

  @Test(arguments: [0, 8, Port.maximumFrameLength + 1, Int(UInt32.max)])
  func `an illegal length is refused before its bytes are waited for`(length: Int) {
    var decoder = FrameDecoder()
    decoder.feed((0..<4).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) })
    #expect(throws: PortError.length(length)) { try decoder.next() }
  }

  @Test(.timeLimit(.minutes(1)))
  func `a large frame in small portions takes linear time`() throws {
    let body = [UInt8](repeating: 120, count: 4 << 20)
    let bytes = try stream([.notice(.print(body))])
    var decoder = FrameDecoder()
    var rest = bytes[...]
    while !rest.isEmpty {
      decoder.feed(rest.prefix(1000))
      rest = rest.dropFirst(1000)
      // Asking after every portion must not copy what is there already.
      if !rest.isEmpty { #expect(try decoder.next() == nil) }
    }
    #expect(try drain(&decoder) == [.notice(.print(body))])
  }

  @Test func `a message beyond the frame limit is refused and leaves no trace`() throws {
    var writer = PortWriter()
    try MachineMessage.cancel(id: 1).encode(into: &writer)
    let before = writer.bytes
    let large = MachineMessage.notice(
      .print([UInt8](repeating: 0, count: Port.maximumFrameLength)))
    #expect(throws: PortError.self) { try large.encode(into: &writer) }
    #expect(writer.bytes == before)
  }
}
