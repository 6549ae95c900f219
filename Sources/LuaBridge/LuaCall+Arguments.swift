internal import CLua

extension LuaCall {
  /// A string argument as bytes. Unlike Lua's own functions it takes no number for a string.
  public func bytes(_ index: Int) throws(LuaError) -> [UInt8] {
    guard let buffer = buffer(index) else { throw mismatch(index, expected: "string") }
    return Array(buffer)
  }

  /// A string argument as text; bytes that are not UTF-8 are an error.
  public func string(_ index: Int) throws(LuaError) -> String {
    guard let buffer = buffer(index) else { throw mismatch(index, expected: "string") }
    guard let text = String(validating: buffer, as: UTF8.self) else {
      throw argumentError(index, "text in UTF-8 expected")
    }
    return text
  }

  /// An integer argument, also a float without a fraction.
  public func integer(_ index: Int) throws(LuaError) -> Int64 {
    var fits: Int32 = 0
    guard lua_type(state, Int32(index)) == LUA_TNUMBER else {
      throw mismatch(index, expected: "integer")
    }
    let value = lua_tointegerx(state, Int32(index), &fits)
    guard fits != 0 else {
      throw argumentError(index, "number has no integer representation")
    }
    return value
  }

  /// A number argument.
  public func number(_ index: Int) throws(LuaError) -> Double {
    guard lua_type(state, Int32(index)) == LUA_TNUMBER else {
      throw mismatch(index, expected: "number")
    }
    return lua_tonumberx(state, Int32(index), nil)
  }

  /// A boolean argument.
  public func boolean(_ index: Int) throws(LuaError) -> Bool {
    guard lua_type(state, Int32(index)) == LUA_TBOOLEAN else {
      throw mismatch(index, expected: "boolean")
    }
    return lua_toboolean(state, Int32(index)) != 0
  }

  /// A table argument.
  public func table(_ index: Int) throws(LuaError) -> LuaReference {
    try reference(index, LUA_TTABLE, "table")
  }

  /// A function argument.
  public func function(_ index: Int) throws(LuaError) -> LuaReference {
    try reference(index, LUA_TFUNCTION, "function")
  }

  private func reference(
    _ index: Int, _ type: Int32, _ name: String
  ) throws(LuaError) -> LuaReference {
    guard lua_type(state, Int32(index)) == type, case .reference(let reference) = try value(index)
    else { throw mismatch(index, expected: name) }
    return reference
  }

  /// The bytes of a string argument in place; nil for other types. Reading them converts nothing and cannot raise.
  private func buffer(_ index: Int) -> UnsafeBufferPointer<UInt8>? {
    guard lua_type(state, Int32(index)) == LUA_TSTRING else { return nil }
    var length = 0
    guard let text = lua_tolstring(state, Int32(index), &length) else { return nil }
    return UnsafeBufferPointer(
      start: UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self), count: length)
  }
}
