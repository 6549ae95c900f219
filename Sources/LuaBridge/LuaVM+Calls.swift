internal import CLua
internal import CLuaShims

extension LuaVM {
  /// Compiles a chunk of text; bytecode is refused.
  ///
  /// - Parameters:
  ///   - name: `@path` for a file of a recipe, `=words` for anything else; it stands in error messages.
  /// - Throws: `LuaError` of kind `syntax`, or `memory`.
  public func load(_ source: [UInt8], name: String) throws(LuaError) -> LuaReference {
    try enter()
    if name.hasPrefix("=") { innerChunks.insert(String(name.dropFirst())) }
    let loaded = try source.withUnsafeBufferPointer { (text) throws(LuaError) in
      try results(of: cl_load(handle, text.baseAddress, text.count, name))
    }
    guard let function = loaded.first?.reference else {
      throw LuaError(.memory, "not enough memory")
    }
    return function
  }

  /// Compiles a chunk of text.
  public func load(_ source: String, name: String) throws(LuaError) -> LuaReference {
    try load(Array(source.utf8), name: name)
  }

  /// Calls a function that does not wait.
  ///
  /// - Parameters:
  ///   - results: how many results are wanted (missing ones are nil); -1 for all.
  /// - Throws: what the function raises, with the traceback.
  public func call(
    _ function: LuaReference, _ arguments: [LuaValue] = [], results: Int = -1
  ) throws(LuaError) -> [LuaValue] {
    try enter()
    try add(function)
    try add(arguments)
    return try self.results(of: cl_call(handle, Int32(results)))
  }

  /// Makes a table with these fields.
  public func makeTable(_ fields: [(String, LuaValue)] = []) throws(LuaError) -> LuaReference {
    try enter()
    try batch(cl_batch_table(handle, UInt32(fields.count)))
    for (name, value) in fields {
      try add(.string(name))
      try add(value)
      try batch(cl_batch_set(handle))
    }
    guard let table = try results(of: cl_push(handle)).first?.reference else {
      throw LuaError(.memory, "not enough memory")
    }
    return table
  }

  /// Reads a field, metamethods included; nil when absent.
  public func get(_ table: LuaReference, _ key: String) throws(LuaError) -> LuaValue {
    try enter()
    try add(table)
    return try results(of: cl_get(handle, key, key.utf8.count)).first ?? .nil
  }

  /// Writes a field, metamethods included.
  public func set(
    _ table: LuaReference, _ key: String, _ value: LuaValue
  ) throws(LuaError) {
    try enter()
    try add(table)
    try add(.string(key))
    try add(value)
    _ = try results(of: cl_set(handle))
  }

  /// The table of globals.
  public func globals() throws(LuaError) -> LuaReference {
    try enter()
    try batch(cl_batch_reference(handle, Int32(LUA_RIDX_GLOBALS)))
    guard let globals = try results(of: cl_push(handle)).first?.reference else {
      throw LuaError(.memory, "not enough memory")
    }
    return globals
  }

  /// Reads a global; nil when absent.
  public func global(_ name: String) throws(LuaError) -> LuaValue { try get(globals(), name) }

  /// Writes a global.
  public func setGlobal(_ name: String, _ value: LuaValue) throws(LuaError) {
    try set(globals(), name, value)
  }

  /// A value as canonical JSON: compact, names sorted.
  public func encodeJSON(_ reference: LuaReference) throws(LuaError) -> [UInt8] {
    try enter()
    try add(reference)
    let main = cl_main(handle)
    let status = cl_push(handle)
    guard status == LUA_OK else { throw takeError(status, from: main) }
    defer { cl_pop(main, 1) }
    return try encode(main, -1)
  }

  /// Registers a class whose instances Lua may hold as userdata (`LuaValue.object`).
  ///
  /// A method receives the object as its first argument (`LuaCall.object`); one that is named like a metamethod
  /// (`__close`, `__tostring`, `__call`, …) is one. Lua's garbage collector gives the object up.
  public func register<T: AnyObject>(
    _ type: T.Type, name: String, methods: [(String, LuaFunction)]
  ) throws(LuaError) {
    var fields: [(String, LuaValue)] = []
    for (method, body) in methods {
      // What `<close>` calls must work above all when the run is being interrupted.
      let function = try makeFunction(method, unwinds: method == "__close", body)
      fields.append((method, .reference(function)))
    }
    let table = try makeTable(fields)
    try enter()
    try add(table)
    var metatable: Int32 = 0
    _ = try results(of: cl_make_type(handle, name, &metatable))
    types[ObjectIdentifier(type)] = (name, metatable)
  }
}
