internal import CLua
internal import CLuaShims

/// A coroutine that a scheduler in Swift owns: the main chunk of a recipe, or one of its concurrent branches.
///
/// When a Swift function returns `LuaReturn.wait` anywhere inside it, also inside the recipe's own coroutines,
/// `resume` returns `.waiting`; the next `resume` delivers the outcome to that very function.
public final class LuaTask {
  /// What a task is resumed with.
  public enum Resume {
    /// The results of the function that waits. The first resume starts the task and delivers nothing.
    case values([LuaValue])
    /// An error, raised at the function that waits.
    case raise(LuaValue)
  }

  /// How far a task came.
  public enum Outcome {
    case finished([LuaValue])
    case waiting
    case failed(LuaError)
  }

  /// Where a task is in its life.
  public enum State: Sendable { case fresh, waiting, running, ended }

  /// Where the task is in its life.
  public private(set) var state = State.fresh
  /// How often it was resumed: a reply that was meant for an earlier wait can be told by it.
  public private(set) var generation: UInt64 = 0
  private let vm: LuaVM
  private let anchor: LuaReference
  private let thread: OpaquePointer

  init(vm: LuaVM, anchor: LuaReference, thread: OpaquePointer) {
    self.vm = vm
    self.anchor = anchor
    self.thread = thread
  }

  /// Runs the task until it waits or ends. Resuming one that runs or has ended is a `usage` failure.
  ///
  /// Values that cannot be made in Lua (no memory, malformed JSON) do not end the task: the function that waits
  /// raises instead.
  public func resume(_ resume: Resume = .values([])) -> Outcome {
    guard state == .fresh || state == .waiting else {
      let problem = state == .running ? "runs" : "has ended"
      return .failed(LuaError(.usage, "a task that \(problem) cannot be resumed"))
    }
    do throws(LuaError) {
      let first = state == .fresh
      try enter()
      defer { leave() }
      let raises = first ? false : prepare(resume)
      state = .running
      generation += 1
      var count: Int32 = 0
      let status = cl_task_resume(vm.handle, thread, first, raises, &count)
      return try conclude(status, count)
    } catch {
      return .failed(error)
    }
  }

  /// Tasks that functions of other tasks resume stand on one C stack; it is not endless.
  private static let deepest = 8

  private func enter() throws(LuaError) {
    try vm.enter()
    guard vm.runningTasks < Self.deepest else {
      throw LuaError(.usage, "tasks are resumed inside tasks more than \(Self.deepest) deep")
    }
    vm.runningTasks += 1
  }

  private func leave() {
    vm.runningTasks -= 1
    vm.leave()
  }

  /// Writes the outcome of the wait; returns whether it is an error.
  private func prepare(_ resume: Resume) -> Bool {
    do throws(LuaError) {
      switch resume {
      case .values(let values):
        try vm.add(values)
        return false
      case .raise(let value):
        try vm.add(value)
        return true
      }
    } catch {
      cl_batch_clear(vm.handle)
      // Without memory for the message the wait ends with an error that Lua has at hand.
      try? vm.add(.string(error.message))
      return true
    }
  }

  private func conclude(_ status: Int32, _ count: Int32) throws(LuaError) -> Outcome {
    switch status {
    case LUA_YIELD:
      state = .waiting
      return .waiting
    case LUA_OK:
      state = .ended
      return .finished(try vm.take(count, from: thread))
    default:
      state = .ended
      return .failed(vm.takeError(status, from: thread))
    }
  }

  /// Ends a task that has not ended: it is cancelled, and its pending `<close>` variables run.
  public func close() {
    guard state == .fresh || state == .waiting, (try? enter()) != nil else { return }
    defer { leave() }
    state = .ended
    cl_task_close(vm.handle, thread)
  }
}

extension LuaVM {
  /// Makes a task that will call `function` when it is first resumed.
  public func makeTask(
    _ function: LuaReference, _ arguments: [LuaValue] = []
  ) throws(LuaError) -> LuaTask {
    try enter()
    try add(function)
    try add(arguments)
    var anchor: Int32 = 0
    var thread: OpaquePointer?
    _ = try results(of: cl_task_new(handle, &anchor, &thread))
    guard let thread else { throw LuaError(.memory, "not enough memory") }
    let reference = LuaReference(kind: .coroutine, anchor: anchor, releases: releases)
    return LuaTask(vm: self, anchor: reference, thread: thread)
  }

  /// Whether the task that runs now is cancelled: its bindings and the hook then raise, again and again, until it ends.
  public var taskCancelled: Bool {
    get { cl_task_cancelled(handle) }
    set { cl_set_task_cancelled(handle, newValue) }
  }
}
