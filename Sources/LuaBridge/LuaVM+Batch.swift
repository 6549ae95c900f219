internal import CLua
internal import CLuaShims

/// Writing values for Lua: into memory of the VM, pushed by C in one protected call.
extension LuaVM {
  func batch(_ done: Bool) throws(LuaError) {
    guard done else { throw LuaError(.memory, "not enough memory") }
  }

  func add(_ values: [LuaValue]) throws(LuaError) {
    for value in values { try add(value) }
  }

  func add(_ value: LuaValue) throws(LuaError) {
    switch value {
    case .nil: try batch(cl_batch_nil(handle))
    case .null: try batch(cl_batch_null(handle))
    case .boolean(let flag): try batch(cl_batch_boolean(handle, flag))
    case .integer(let integer): try batch(cl_batch_integer(handle, integer))
    case .number(let number): try batch(cl_batch_number(handle, number))
    case .bytes(let bytes): try batch(cl_batch_bytes(handle, bytes, bytes.count))
    case .json(let bytes): try batch(cl_batch_json(handle, bytes, bytes.count))
    case .reference(let reference): try add(reference)
    case .userdata(let box): try add(box.object)
    }
  }

  func add(_ reference: LuaReference) throws(LuaError) {
    guard reference.releases === releases else {
      throw LuaError(.usage, "the reference belongs to another VM")
    }
    try batch(cl_batch_reference(handle, reference.anchor))
  }

  private func add(_ object: any AnyObject) throws(LuaError) {
    guard let type = types[ObjectIdentifier(Swift.type(of: object))] else {
      throw LuaError(.usage, "\(Swift.type(of: object)) is not registered with this VM")
    }
    let retained = Unmanaged<AnyObject>.passRetained(object).toOpaque()
    try batch(cl_batch_object(handle, retained, type.metatable))
  }
}
