import LuaBridge

/// A VM with a few bindings, and the smallest scheduler that can drive a task.
///
/// In Lua: `wait(…)` waits for the host, which answers with the arguments; `refuse(x)` waits, and the host answers with
/// the error `x`; `fail(text)` throws in Swift; `track()` gives a userdata whose Swift object is counted.
final class LuaFixture {
  let vm: LuaVM
  let tracked = Counter()
  private let asked = Asked()

  /// What a waiting function asked for, until the task is resumed.
  private final class Asked {
    var resume: LuaTask.Resume?
  }

  init(memoryLimit: Int = 64 << 20, control: ControlPage? = nil) throws(LuaError) {
    vm = try LuaVM(options: LuaOptions(memoryLimit: memoryLimit, seed: 7, control: control))
    let asked = asked
    let tracked = tracked
    try bind("wait") { (call) throws(LuaError) in
      try call.requireWaitable()
      asked.resume = .values(try call.values())
      return .wait
    }
    try bind("refuse") { (call) throws(LuaError) in
      try call.requireWaitable()
      asked.resume = .raise(try call.value(1))
      return .wait
    }
    try bind("fail") { (call) throws(LuaError) in
      let local = Tracked(tracked)
      defer { withExtendedLifetime(local) {} }
      throw LuaError(raising: try call.value(1))
    }
    try vm.register(
      Tracked.self, name: "tracked",
      methods: [
        (
          "name",
          { (call) throws(LuaError) in
            .value(.string(try call.object(1, Tracked.self).name))
          }
        ),
        (
          "__close",
          { (call) throws(LuaError) in
            try call.object(1, Tracked.self).isClosed = true
            return .none
          }
        ),
      ])
    try bind("track") { (_) throws(LuaError) in .value(.object(Tracked(tracked))) }
  }

  func bind(_ name: String, _ body: @escaping LuaFunction) throws(LuaError) {
    try vm.setGlobal(name, .reference(vm.makeFunction(name, body)))
  }

  /// Calls a chunk without a task: nothing in it may wait.
  @discardableResult
  func call(_ source: String, _ arguments: [LuaValue] = []) throws(LuaError) -> [LuaValue] {
    try vm.call(vm.load(source, name: "@test.lua"), arguments)
  }

  func task(_ source: String, _ arguments: [LuaValue] = []) throws(LuaError) -> LuaTask {
    try vm.makeTask(vm.load(source, name: "@test.lua"), arguments)
  }

  /// Runs a chunk as a task until it ends; answers all its waits.
  @discardableResult
  func run(_ source: String, _ arguments: [LuaValue] = []) throws(LuaError) -> [LuaValue] {
    try finish(task(source, arguments))
  }

  @discardableResult
  func finish(_ task: LuaTask) throws(LuaError) -> [LuaValue] {
    var outcome = task.resume()
    while case .waiting = outcome { outcome = task.resume(takeAnswer()) }
    switch outcome {
    case .finished(let values): return values
    case .failed(let error): throw error
    case .waiting: return []
    }
  }

  /// The answer to the wait that a task just began.
  func takeAnswer() -> LuaTask.Resume {
    defer { asked.resume = nil }
    return asked.resume ?? .raise("nobody waits")
  }
}
