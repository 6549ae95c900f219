internal import CLua
internal import CLuaShims

extension LuaVM {
  /// Takes the error value off the top of a stack.
  func takeError(_ status: Int32, from state: OpaquePointer) -> LuaError {
    defer { cl_pop(state, 1) }
    var error = LuaError(kind(of: status), "")
    error.message = message(of: error.kind, state)
    error.traceback = String(cString: cl_traceback(handle))
    if let place = place(in: error.message) {
      (error.file, error.line) = place
    } else if let place = notedPlace {
      (error.file, error.line) = place
    }
    if lua_type(state, -1) != LUA_TSTRING, lua_type(state, -1) != LUA_TNIL {
      // Without memory for an anchor the message still stands.
      error.value = try? read(state, -1)
    }
    return error
  }

  private func kind(of status: Int32) -> LuaError.Kind {
    if status == LUA_ERRMEM { return .memory }
    if cl_unwinding(handle) { return .interrupted }
    return status == LUA_ERRSYNTAX ? .syntax : .runtime
  }

  private func message(of kind: LuaError.Kind, _ state: OpaquePointer) -> String {
    switch kind {
    case .memory: return "not enough memory"
    case .interrupted: return String(cString: cl_unwinding_reason(handle))
    default: break
    }
    var length = 0
    if lua_type(state, -1) == LUA_TSTRING, let text = lua_tolstring(state, -1, &length) {
      return String(
        decoding: UnsafeRawBufferPointer(start: UnsafeRawPointer(text), count: length),
        as: UTF8.self)
    }
    return String(unsafeUninitializedCapacity: 1024) { buffer in
      buffer.withMemoryRebound(to: CChar.self) { text in
        guard let start = text.baseAddress else { return 0 }
        return cl_describe(handle, state, -1, start, text.count)
      }
    }
  }

  /// The innermost place in a recipe when the error was raised.
  private var notedPlace: (file: String, line: Int)? {
    let line = Int(cl_error_line(handle))
    return line > 0 ? (String(cString: cl_error_file(handle)), line) : nil
  }

  /// The place that Lua put before an error text (`file:line: …`), unless it is none of a recipe.
  ///
  /// It is better than the noted place when a recipe caught the error and raised it again.
  private func place(in message: String) -> (file: String, line: Int)? {
    let parts = message.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, let line = Int(parts[1]), parts[2].first == " ",
      !parts[0].hasPrefix("[string"), !innerChunks.contains(String(parts[0]))
    else { return nil }
    // Lua shortens long names: "...the end of it".
    if parts[0].hasPrefix("..."), let noted = notedPlace,
      noted.file.hasSuffix(parts[0].dropFirst(3))
    {
      return (noted.file, line)
    }
    return (String(parts[0]), line)
  }
}

extension LuaError {
  /// Whether the message tells its place already, because Lua raised it.
  var isPlaced: Bool { file != nil || !traceback.isEmpty }
}
