extension Start {
  func write(to writer: inout PortWriter) {
    writer.u32(Port.version)
    writer.u8(mode.rawValue)
    writer.string(chunkName)
    writer.bytes(source)
    writer.u32(UInt32(truncatingIfNeeded: arguments.count))
    for argument in arguments { writer.string(argument) }
    writer.u64(seed)
    writer.u64(UInt64(max(0, memoryLimit)))
  }

  init(from reader: inout PortReader) throws(PortError) {
    let version = try reader.u32()
    guard version == Port.version else { throw .version(version) }
    guard let mode = Mode(rawValue: try reader.u8()) else { throw .invalid(field: "mode") }
    let chunkName = try reader.string("chunk name")
    let source = try reader.bytes()
    var arguments: [String] = []
    for _ in 0..<(try reader.u32()) { arguments.append(try reader.string("argument")) }
    let seed = try reader.u64()
    guard let memoryLimit = Int(exactly: try reader.u64()) else {
      throw .invalid(field: "memory limit")
    }
    self.init(
      mode: mode, chunkName: chunkName, source: source, arguments: arguments, seed: seed,
      memoryLimit: memoryLimit)
  }
}
