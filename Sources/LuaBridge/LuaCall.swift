internal import CLua
internal import CLuaShims

/// A function in Swift that Lua calls.
///
/// It reads its arguments from the call and returns its results. What it throws is raised in Lua after this function
/// has returned, at the place of the call. It must not keep the call.
public typealias LuaFunction = (inout LuaCall) throws(LuaError) -> LuaReturn

/// What a Swift function gives back to Lua.
public enum LuaReturn {
  /// No result.
  case none
  case value(LuaValue)
  case values([LuaValue])
  /// Suspends the running task. The values of its next `LuaTask.resume` become the results. Only after
  /// `LuaCall.requireWaitable()` has passed.
  case wait
}

/// One call of a Swift function by Lua: its arguments, counted from 1.
///
/// Invariant: valid only inside the function that received it; the stack of `state` belongs to that call.
public struct LuaCall {
  /// Not retained: the VM outlives each call that it makes.
  private let owner: Unmanaged<LuaVM>
  /// Number of arguments.
  public let count: Int
  let state: OpaquePointer

  init(vm: LuaVM, state: OpaquePointer) {
    owner = .passUnretained(vm)
    self.state = state
    count = Int(lua_gettop(state))
  }

  /// The VM that runs.
  public var vm: LuaVM { owner.takeUnretainedValue() }

  /// Whether argument `index` is absent or nil.
  public func isNil(_ index: Int) -> Bool { lua_type(state, Int32(index)) <= LUA_TNIL }

  /// Name of the type of argument `index`, as `type()` says it ("no value" when absent).
  public func type(_ index: Int) -> String { String(cString: cl_type_name(state, Int32(index))) }

  /// Any argument; nil when absent.
  public func value(_ index: Int) throws(LuaError) -> LuaValue {
    try vm.read(state, Int32(index))
  }

  /// All arguments from `index` on.
  public func values(from index: Int = 1) throws(LuaError) -> [LuaValue] {
    var all: [LuaValue] = []
    var next = index
    while next <= count {
      all.append(try value(next))
      next += 1
    }
    return all
  }

  /// The Swift object in a userdata argument of the registered type `T`.
  public func object<T: AnyObject>(_ index: Int, _ type: T.Type) throws(LuaError) -> T {
    guard let registered = vm.types[ObjectIdentifier(type)] else {
      throw LuaError(.usage, "\(type) is not registered with this VM")
    }
    guard let pointer = cl_object(state, Int32(index), registered.metatable) else {
      throw mismatch(index, expected: registered.name)
    }
    // Invariant: userdata with this metatable hold objects whose class is exactly T (LuaVM.add).
    return Unmanaged<T>.fromOpaque(pointer).takeUnretainedValue()
  }

  /// Argument `index` as canonical JSON: compact, names sorted.
  ///
  /// - Throws: a runtime error that names the place inside the value which JSON cannot say.
  public func json(_ index: Int) throws(LuaError) -> [UInt8] { try vm.encode(state, Int32(index)) }

  /// Throws, naming what stands in the way, when the running function cannot be suspended.
  ///
  /// Lua cannot suspend a `table.sort` comparator, a `string.gsub` callback, `__tostring`, and the like.
  ///
  /// - Parameter name: what the message calls the function; by default the name under which Lua called it.
  public func requireWaitable(as name: String? = nil) throws(LuaError) {
    guard !cl_can_wait(vm.handle, state, nil, 0) else { return }
    let words = String(capacity: 128) { _ = cl_can_wait(vm.handle, state, $0, 128) }
    throw LuaError(
      "'\(name ?? functionName)' has to wait, which is impossible inside \(words): "
        + "call it before that, and use its result there")
  }

  /// The name under which Lua called this function; "?" when it has none.
  public var functionName: String {
    String(capacity: 128) { cl_function_name(state, $0, 128) }
  }

  /// An error about one argument, in the words of Lua's own.
  public func argumentError(_ index: Int, _ problem: String) -> LuaError {
    LuaError("bad argument #\(index) to '\(functionName)' (\(problem))")
  }

  func mismatch(_ index: Int, expected: String) -> LuaError {
    argumentError(index, "\(expected) expected, got \(type(index))")
  }
}
