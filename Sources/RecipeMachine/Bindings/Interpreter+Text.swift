internal import LuaBridge

/// Text functions that need Unicode's tables.
extension Interpreter {
  func bindText() throws(LuaError) {
    // host.lower(text): bytes that are not UTF-8 keep their high half as it is.
    try bind("lower") { (call) throws(LuaError) in
      let bytes = try call.bytes(1)
      if let text = String(validating: bytes, as: UTF8.self) {
        return .value(.string(text.lowercased()))
      }
      return .value(.bytes(bytes.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }))
    }
    // host.raise(value): raises an error table, marked with the place in the recipe.
    try bind("raise") { (call) throws(LuaError) in
      throw LuaError(raising: try call.value(1))
    }
  }
}
