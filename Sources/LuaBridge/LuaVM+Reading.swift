internal import CLua
internal import CLuaShims

/// Reading values from a Lua stack: only functions that cannot raise (Lua manual §4.6, indicator `–`; `lua_tolstring`
/// raises only when it converts, and here it never meets anything but strings).
extension LuaVM {
  func read(_ state: OpaquePointer, _ index: Int32) throws(LuaError) -> LuaValue {
    switch lua_type(state, index) {
    case LUA_TNONE, LUA_TNIL: return .nil
    case LUA_TBOOLEAN: return .boolean(lua_toboolean(state, index) != 0)
    case LUA_TNUMBER:
      return lua_isinteger(state, index) != 0
        ? .integer(lua_tointegerx(state, index, nil)) : .number(lua_tonumberx(state, index, nil))
    case LUA_TSTRING:
      var length = 0
      let text = UnsafeRawPointer(lua_tolstring(state, index, &length))
      return .bytes(Array(UnsafeRawBufferPointer(start: text, count: length)))
    case LUA_TTABLE: return try reference(state, index, .table)
    case LUA_TFUNCTION: return try reference(state, index, .function)
    case LUA_TTHREAD: return try reference(state, index, .coroutine)
    default:
      return cl_is_json_null(state, index) ? .null : try reference(state, index, .userdata)
    }
  }

  private func reference(
    _ state: OpaquePointer, _ index: Int32, _ kind: LuaReference.Kind
  ) throws(LuaError) -> LuaValue {
    let anchor = cl_anchor(handle, state, index)
    guard anchor != 0 else { throw LuaError(.memory, "not enough memory") }
    return .reference(LuaReference(kind: kind, anchor: anchor, releases: releases))
  }

  /// Takes `count` values off the top of a stack.
  func take(_ count: Int32, from state: OpaquePointer) throws(LuaError) -> [LuaValue] {
    defer { cl_pop(state, count) }
    var values: [LuaValue] = []
    var index = -count
    while index < 0 {
      values.append(try read(state, index))
      index += 1
    }
    return values
  }

  /// The results of a protected call on the main thread, or its error.
  func results(of call: @autoclosure () -> Int32) throws(LuaError) -> [LuaValue] {
    let main = cl_main(handle)
    let top = lua_gettop(main)
    defer { leave() }
    let status = call()
    guard status == LUA_OK else { throw takeError(status, from: main) }
    return try take(lua_gettop(main) - top, from: main)
  }

  func encode(_ state: OpaquePointer, _ index: Int32) throws(LuaError) -> [UInt8] {
    let status = cl_json_encode(handle, state, index)
    guard status == LUA_OK else { throw takeError(status, from: state) }
    var length = 0
    return Array(UnsafeBufferPointer(start: cl_json_bytes(handle, &length), count: length))
  }
}
