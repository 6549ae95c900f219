internal import CLua
internal import CLuaShims

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// One Lua 5.4 VM with the libraries that recipes may use: `table`, `string`, `math`, `utf8`, `coroutine`, `json` and a
/// confined base library (no files, no bytecode, no addresses, no finalizers).
///
/// Not `Sendable`: one thread at a time may use it, which debug builds check. A Lua error never crosses a Swift frame.
public final class LuaVM {
  let handle: OpaquePointer
  let releases = ReleaseQueue()
  /// The functions that Lua can call, by the number that their closure holds.
  private var functions: ContiguousArray<Binding> = []
  var types: [ObjectIdentifier: (name: String, metatable: Int32)] = [:]
  /// Chunks that are no files of a recipe, by the names that Lua shows.
  var innerChunks: Set<String> = []
  /// How many tasks are being resumed right now, one inside a function that the other calls.
  var runningTasks = 0
  /// Where the host asks this VM to stop.
  public let control: ControlPage
  private let owner = pthread_self()
  /// How many Swift functions are being called by Lua right now.
  private var depth = 0
  private var isClosed = false
  private var closesSoon = false

  /// A function in a box: by itself it would be stored in a form that costs a detour at each call.
  private struct Binding {
    let body: LuaFunction
  }

  /// Creates a VM on the current thread, which becomes its owner.
  ///
  /// - Throws: `LuaError` of kind `memory` when `memoryLimit` is too small for the libraries (about 64 KiB) or the
  ///   system has none left.
  public init(options: LuaOptions = LuaOptions()) throws(LuaError) {
    guard let control = options.control ?? ControlPage.make() else {
      throw LuaError(.memory, "cannot make a control page: no memory or descriptors left")
    }
    var config = cl_config(
      memory_limit: max(0, options.memoryLimit),
      time_limit_ms: options.timeLimit.map { UInt64(max(1, $0 / .milliseconds(1))) } ?? 0,
      instruction_limit: UInt64(options.instructionLimit / 1000), seed: options.seed,
      control: control.page,
      context: control.page,
      dispatch: { context, state, index in
        // Invariant: the context is the VM (see below), which outlives every call of Lua that it makes.
        Unmanaged<LuaVM>.fromOpaque(context)._withUnsafeGuaranteedRef { $0.dispatch(state, index) }
      },
      release: { Unmanaged<AnyObject>.fromOpaque($0).release() })
    guard let handle = cl_new(&config) else {
      throw LuaError(.memory, "a memory limit of \(options.memoryLimit) bytes is too small for Lua")
    }
    self.control = control
    self.handle = handle
    cl_set_context(handle, Unmanaged.passUnretained(self).toOpaque())
  }

  deinit { cl_free(handle) }

  /// Bytes that Lua has allocated, those of values on their way to and from Lua included.
  public var memoryInUse: Int { cl_memory_used(handle) }

  /// Ends the VM: its objects are released, its functions forgotten. Every later use is an error of kind `usage`.
  ///
  /// Functions often hold their VM; closing it breaks that cycle. Called by a function that Lua calls, it takes effect
  /// when Lua has returned.
  public func close() {
    guard !isClosed else { return }
    guard depth == 0 else {
      closesSoon = true
      return
    }
    isClosed = true
    cl_close(handle)
    functions = []
    types = [:]
  }

  /// Makes a Lua function that calls `body`. It lives as long as the VM.
  public func makeFunction(
    _ name: String, _ body: @escaping LuaFunction
  ) throws(LuaError) -> LuaReference {
    try makeFunction(name, unwinds: false, body)
  }

  /// `unwinds`: whether the function also runs while an error unwinds everything.
  func makeFunction(
    _ name: String, unwinds: Bool, _ body: @escaping LuaFunction
  ) throws(LuaError) -> LuaReference {
    try enter()
    functions.append(Binding(body: body))
    try batch(cl_batch_function(handle, UInt32(functions.count - 1), unwinds))
    guard case .reference(let function)? = try results(of: cl_push(handle)).first else {
      throw LuaError(.memory, "not enough memory for the function '\(name)'")
    }
    return function
  }

  /// What every entry does first: checks the thread and releases what was dropped elsewhere.
  func enter() throws(LuaError) {
    assert(pthread_equal(owner, pthread_self()) != 0, "a LuaVM is used by one thread only")
    guard !isClosed else { throw LuaError(.usage, "the Lua VM is closed") }
    for anchor in releases.take() { cl_release_anchor(handle, anchor) }
    cl_enter(handle)
    // An object that was released just now may have closed the VM.
    guard !isClosed else { throw LuaError(.usage, "the Lua VM is closed") }
  }

  /// What every entry that runs Lua code does last.
  func leave() {
    if closesSoon, depth == 0 { close() }
  }

  /// Runs the Swift function behind a closure; what Lua must do stands in the batch when this returns.
  private func dispatch(_ state: OpaquePointer, _ index: UInt32) -> Int32 {
    depth += 1
    defer { depth -= 1 }
    var call = LuaCall(vm: self, state: state)
    do throws(LuaError) {
      let result = try functions[Int(index)].body(&call)
      cl_enter(handle)
      return try give(result, to: state)
    } catch {
      cl_enter(handle)
      return raise(error)
    }
  }

  private func give(_ result: LuaReturn, to state: OpaquePointer) throws(LuaError) -> Int32 {
    switch result {
    case .none: return Int32(CL_PUSHED)
    case .value(let value):
      if push(value, to: state) { return Int32(CL_PUSHED) + 1 }
      try add(value)
    case .values(let values): try add(values)
    case .wait: return Int32(CL_WAIT)
    }
    return Int32(CL_RETURN)
  }

  /// Pushes a value for which Lua needs no memory, so that it cannot raise; a function has a few free slots.
  private func push(_ value: LuaValue, to state: OpaquePointer) -> Bool {
    switch value {
    case .nil: lua_pushnil(state)
    case .boolean(let flag): lua_pushboolean(state, flag ? 1 : 0)
    case .integer(let integer): lua_pushinteger(state, integer)
    case .number(let number): lua_pushnumber(state, number)
    default: return false
    }
    return true
  }

  private func raise(_ error: LuaError) -> Int32 {
    if error.kind == .memory { return Int32(CL_OUT_OF_MEMORY) }
    do throws(LuaError) {
      if let value = error.value {
        do throws(LuaError) {
          try add(value)
          return Int32(CL_RAISE)
        } catch {
          cl_batch_clear(handle)  // a value that cannot travel: its message can
        }
      }
      try add(.string(error.message))
      return Int32(error.isPlaced ? CL_PASS_ON : CL_RAISE)
    } catch {
      return Int32(CL_OUT_OF_MEMORY)
    }
  }
}
