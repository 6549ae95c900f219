internal import LuaBridge
internal import MachinePort

/// The VM of one recipe with its scheduler and the bindings that stdlib's Lua stands on.
final class Interpreter {
  /// How far a turn came.
  enum State {
    case waiting
    case ready
    case ended(Outcome)
  }

  let vm: LuaVM
  let scheduler: Scheduler
  let files: any FileAccess
  let memoryLimit: Int
  /// Whether the main task is an input of a session.
  private(set) var isEvaluating = false
  /// The table `host` of stdlib's Lua; recipes never see it.
  private let host: LuaReference

  init(_ start: Start, _ configuration: MachineConfiguration) throws(LuaError) {
    vm = try LuaVM(
      options: LuaOptions(
        memoryLimit: start.memoryLimit, seed: start.seed, control: configuration.control))
    scheduler = Scheduler(vm: vm)
    files = configuration.files
    memoryLimit = start.memoryLimit
    host = try vm.makeTable()
    do throws(LuaError) {
      try boot(start)
    } catch {
      close()
      throw error
    }
  }

  private func boot(_ start: Start) throws(LuaError) {
    try installBindings()
    let names = [start.chunkName] + start.arguments
    _ = try vm.call(
      loadStdlib("machine/boot"), [.reference(host)] + names.map { .string($0) }, results: 0)
  }

  /// Frees the VM with everything in it.
  func close() { vm.close() }

  /// Prepares the main chunk.
  func begin(_ start: Start) throws(LuaError) {
    isEvaluating = false
    let chunk = try vm.load(start.source, name: start.chunkName)
    try scheduler.start(chunk, start.arguments.map { .string($0) })
  }

  /// Prepares one input of a session.
  func evaluate(_ source: [UInt8]) throws(LuaError) {
    let part = try part("machine/repl")
    guard let evaluate = try vm.get(part, "evaluate").reference else {
      throw LuaError(.usage, "stdlib/machine/repl.lua has no function evaluate")
    }
    isEvaluating = true
    try scheduler.start(evaluate, [.bytes(source)])
  }

  /// Runs every task that is ready.
  func run() -> (messages: [MachineMessage], state: State) {
    let outcome = scheduler.run()
    let hasMore = scheduler.outbox.isDue || !scheduler.ready.isEmpty
    let messages = scheduler.outbox.take()
    if let outcome { return (messages, .ended(conclude(outcome))) }
    return (messages, hasMore ? .ready : .waiting)
  }

  /// The control page says why; the error that unwinds the recipe does so, too.
  func interrupt() {
    guard let main = scheduler.main, vm.control.reason != nil else { return }
    scheduler.cancel(main)
  }

  /// A part of stdlib, as Lua's own loader sees it.
  func part(_ path: String) throws(LuaError) -> LuaReference {
    guard let load = try vm.get(host, "part").reference,
      let part = try vm.call(load, [.string(path)], results: 1).first?.reference
    else { throw LuaError(.usage, "stdlib/\(path).lua gives no table") }
    return part
  }

  /// Compiles a file of stdlib.
  func loadStdlib(_ path: String) throws(LuaError) -> LuaReference {
    guard let source = Stdlib.source(path) else {
      throw LuaError(.usage, "there is no stdlib/\(path).lua")
    }
    return try vm.load(source, name: Stdlib.chunkName(path))
  }

  /// Adds a function to the table `host`.
  func bind(_ name: String, _ body: @escaping LuaFunction) throws(LuaError) {
    try vm.set(host, name, .reference(vm.makeFunction(name, body)))
  }

  private func installBindings() throws(LuaError) {
    try bindTasks()
    try bindCalls()
    try bindFiles()
    try bindNotices()
    try bindSecrets()
    try bindHTTP()
    try bindText()
  }
}
