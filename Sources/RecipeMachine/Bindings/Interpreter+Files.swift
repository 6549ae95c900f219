internal import LuaBridge
internal import MachinePort

/// Granted files: the host opens and writes, the machine reads.
extension Interpreter {
  func bindFiles() throws(LuaError) {
    let scheduler = scheduler
    try registerFile()
    try registerCSV()
    // host.open(path) → file, { size, path }
    try bind("open") { (call) throws(LuaError) in
      try call.requireWaitable(as: "opening a file")
      return scheduler.ask(.open(path: try call.string(1)), as: .file)
    }
    // host.write(path, bytes) → { path }
    try bind("write") { (call) throws(LuaError) in
      try call.requireWaitable(as: "files.write")
      let bytes = try call.bytes(2)
      guard bytes.count < Port.maximumFrameLength - (1 << 16) else {
        throw LuaError("files.write writes at most 63 MiB at once")
      }
      return scheduler.ask(.write(path: try call.string(1), bytes: bytes), as: .value)
    }
    // host.download(provider, url, path) → { path, bytes }
    try bind("download") { (call) throws(LuaError) in
      try call.requireWaitable(as: "download")
      let request = Request.download(
        provider: try call.string(1), url: try call.string(2), path: try call.string(3))
      return scheduler.ask(request, as: .value)
    }
  }

  private func registerFile() throws(LuaError) {
    let limit = memoryLimit
    try vm.register(
      GrantedFile.self, name: "file",
      methods: [
        (
          // file:read() → the next portion, or nil at the end
          "read",
          { (call) throws(LuaError) in
            let bytes = try call.object(1, GrantedFile.self).portion()
            return bytes.isEmpty ? .none : .value(.bytes(bytes))
          }
        ),
        (
          "read_all",
          { (call) throws(LuaError) in
            .value(.bytes(try call.object(1, GrantedFile.self).rest(limit: limit)))
          }
        ),
        ("close", GrantedFile.closeMethod), ("__close", GrantedFile.closeMethod),
      ])
  }

  private func registerCSV() throws(LuaError) {
    try vm.register(
      CSVSource.self, name: "csv",
      methods: [
        (
          // source:read() → a list of rows, or nil at the end
          "read",
          { (call) throws(LuaError) in
            guard let rows = try call.object(1, CSVSource.self).rows() else { return .none }
            return .value(.json(rows))
          }
        )
      ])
    // host.csv(file | text, delimiter) → source; never waits
    try bind("csv") { (call) throws(LuaError) in
      let delimiter = try call.bytes(2)
      guard delimiter.count == 1, let byte = delimiter.first else {
        throw LuaError("csv: the delimiter must be one character")
      }
      let parser = CSVParser(delimiter: byte)
      if call.type(1) == "string" {
        return .value(.object(CSVSource(text: try call.bytes(1), parser)))
      }
      return .value(.object(CSVSource(file: try call.object(1, GrantedFile.self), parser)))
    }
  }
}
