import Testing

@testable import MachinePort

struct MessageCodingTests {
  private static let json = Array(#"{"é":[1,null]}"#.utf8)

  private static let hostMessages: [HostMessage] = [
    .start(
      Start(
        mode: .session, chunkName: "@weekly.lua", source: [0, 255, 10],
        arguments: ["", "--a", "é"],
        seed: .max, memoryLimit: 1 << 40)),
    .evaluate(source: Array("1 + 1".utf8)),
    .reply(id: .max, .value(json: json)),
    .reply(id: 1, .value(json: json, meta: Array("{}".utf8))),
    .reply(id: 2, .value(json: [], descriptor: 9)),
    .reply(id: 3, .failure(json: json)),
    .interrupt,
  ]

  private static let machineMessages: [MachineMessage] = [
    .hello(version: Port.version),
    .cancel(id: 12),
    .request(id: 1, .module("lib.x")),
    .request(id: 2, .call(operation: "crm.leads.upsert", arguments: json)),
    .request(id: 3, .function(name: "app.score", arguments: Array("[1]".utf8))),
    .request(id: 4, .sleep(seconds: 0.25)),
    .request(id: 5, .now),
    .request(id: 6, .open(path: "a/ü.csv")),
    .request(id: 7, .write(path: "b.csv", bytes: [1, 2, 0])),
    .request(id: 8, .download(provider: "scout", url: "https://x/y?z=1", path: "c.csv")),
    .request(id: 9, .saveSecret(handle: "s-1", path: "hook")),
    .request(
      id: 10, .verify(key: .bytes([0xFF, 0]), message: [1, 0, 2], signatures: ["ab", ""])),
    .request(id: 11, .verify(key: .secret(handle: "s-1"), message: [], signatures: [])),
    .request(id: 12, .http(wish: json, body: [0, 255])),
    .request(id: 13, .http(wish: [], body: nil)),
    .request(id: 14, .httpSecret(name: "RECIPE_TOKEN")),
    .notice(.print(Array("hi\n".utf8))),
    .notice(.log(level: .warn, message: [0xFF], fields: json)),
    .notice(.progress(json: json)),
    .finished(.succeeded),
    .finished(.incomplete),
    .finished(.failed(Failure(kind: .memory, message: "out of memory"))),
    .finished(
      .failed(
        Failure(
          kind: .error, message: "no", traceback: "stack…", file: "weekly.lua", line: 31,
          errorJSON: json))),
  ]

  private func frame(_ bytes: [UInt8]) throws -> Frame {
    var decoder = FrameDecoder()
    decoder.feed(bytes)
    return try #require(try decoder.next())
  }

  private func encoded(_ message: HostMessage) throws -> [UInt8] {
    var writer = PortWriter()
    try message.encode(into: &writer)
    return writer.bytes
  }

  private func encoded(_ message: MachineMessage) throws -> [UInt8] {
    var writer = PortWriter()
    try message.encode(into: &writer)
    return writer.bytes
  }

  @Test(arguments: hostMessages)
  func `a host message survives the port`(message: HostMessage) throws {
    let received = try HostMessage(frame(encoded(message)), takeDescriptor: { 9 })
    #expect(received == message)
  }

  @Test(arguments: machineMessages)
  func `a machine message survives the port`(message: MachineMessage) throws {
    #expect(try MachineMessage(frame(encoded(message))) == message)
  }

  @Test(arguments: machineMessages)
  func `every cut-off payload is refused`(message: MachineMessage) throws {
    let bytes = try encoded(message)
    for length in (4 + Port.headerLength)..<bytes.count {
      var cut = Array(bytes.prefix(length))
      let announced = length - 4
      for index in 0..<4 { cut[index] = UInt8(truncatingIfNeeded: announced >> (8 * index)) }
      #expect(throws: PortError.self) { try MachineMessage(frame(cut)) }
    }
  }

  @Test func `bytes behind a message are refused`() throws {
    var bytes = try encoded(MachineMessage.request(id: 1, .now))
    bytes.append(0)
    bytes[0] += 1
    #expect(throws: PortError.trailingBytes(1)) { try MachineMessage(frame(bytes)) }
  }

  @Test func `an unknown kind is refused`() throws {
    var bytes = try encoded(MachineMessage.cancel(id: 1))
    bytes[4] = 200
    #expect(throws: PortError.unknownKind(200)) { try MachineMessage(frame(bytes)) }
    #expect(throws: PortError.unknownKind(200)) { try HostMessage(frame(bytes)) }
  }

  @Test func `another protocol version is refused on both sides`() throws {
    #expect(throws: PortError.version(99)) {
      try MachineMessage(frame(encoded(.hello(version: 99))))
    }
    var start = try encoded(HostMessage.start(Start(chunkName: "=x", source: [])))
    start[4 + Port.headerLength] = 99
    #expect(throws: PortError.version(99)) { try HostMessage(frame(start)) }
  }

  @Test func `a promised descriptor that does not come is refused`() throws {
    let bytes = try encoded(HostMessage.reply(id: 1, .value(json: [], descriptor: 4)))
    #expect(throws: PortError.missingDescriptor) { try HostMessage(frame(bytes)) }
  }

  @Test(arguments: [-1.0, .infinity, .nan])
  func `a duration that cannot be slept is refused`(seconds: Double) throws {
    let bytes = try encoded(.request(id: 1, .sleep(seconds: seconds)))
    #expect(throws: PortError.invalid(field: "duration")) { try MachineMessage(frame(bytes)) }
  }

  @Test func `text that is not UTF-8 is refused where text is promised`() throws {
    var bytes = try encoded(.request(id: 1, .module("abc")))
    bytes[bytes.count - 1] = 0xFF
    #expect(throws: PortError.invalid(field: "module name")) { try MachineMessage(frame(bytes)) }
  }
}
