package import LuaBridge

/// Evaluates the text of a provider description and gives its table as JSON.
///
/// The text runs in a bare VM of its own, with little memory and no way to wait for anything; the
/// table it returns is all that leaves.
///
/// - Parameter name: the name of the file in messages, "@providers/crm.lua" for example.
/// - Throws: what the text raises; a `usage` error when it returns no table or does not end.
package func evaluateDescription(_ source: [UInt8], name: String) throws(LuaError) -> [UInt8] {
  let vm = try LuaVM(
    options: LuaOptions(
      memoryLimit: 16 << 20, instructionLimit: 50_000_000, timeLimit: .seconds(5)))
  defer { vm.close() }
  do throws(LuaError) {
    return try evaluate(source, name, in: vm)
  } catch  where error.kind == .interrupted {
    throw LuaError(.usage, "\(name) does not end")
  }
}

private func evaluate(
  _ source: [UInt8], _ name: String, in vm: LuaVM
) throws(LuaError) -> [UInt8] {
  // A description is data. Away go the functions that can spend hours within one call, where no limit reaches them; and
  // those with which text has crashed interpreters (metamethods, coroutines): a trusted host evaluates it in its process.
  let prelude = """
    string.find, string.match, string.gmatch, string.gsub, table.move = nil, nil, nil, nil, nil
    setmetatable, getmetatable, coroutine, load, debug, pcall, xpcall = nil, nil, nil, nil, nil, nil, nil
    collectgarbage, warn, rawset, rawget, rawequal, rawlen = nil, nil, nil, nil, nil, nil
    """
  _ = try vm.call(try vm.load(Array(prelude.utf8), name: "=prelude"), [], results: 0)
  let chunk = try vm.load(source, name: name)
  guard let table = try vm.call(chunk, [], results: 1).first?.reference, table.kind == .table else {
    throw LuaError(.usage, "\(name) must return a table that describes a provider")
  }
  return try vm.encodeJSON(table)
}
