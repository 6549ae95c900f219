internal import LuaBridge

extension Scheduler {
  /// Starts a task below the running one.
  func spawn(_ function: LuaReference, _ arguments: [LuaValue]) throws(LuaError) {
    let child = RecipeTask(try vm.makeTask(function, arguments), parent: current)
    ready.append(child)
  }

  /// Waits for all children of the running task. The results in Lua: true; or false and what the
  /// first child that failed raised.
  func join() -> LuaReturn {
    guard let current else { return .none }
    if current.children.isEmpty { return .values(joined(current)) }
    current.wait = .children
    return .wait
  }

  func childEnded(_ child: RecipeTask, of parent: RecipeTask, _ outcome: LuaTask.Outcome) {
    parent.children[ObjectIdentifier(child)] = nil
    if case .failed(let error) = outcome, !child.isCancelled, parent.childFailure == nil {
      parent.childFailure = traced(error, through: child)
      for sibling in parent.children.values { cancel(sibling) }
    }
    guard parent.children.isEmpty, case .children = parent.wait else { return }
    wake(parent, .values(joined(parent)))
  }

  /// The error of a task that only passed on what a child raised, with the place where it really
  /// happened.
  func traced(_ error: LuaError, through task: RecipeTask) -> LuaError {
    guard let origin = task.passedOn, origin.message == error.message else { return error }
    var traced = origin
    traced.traceback += "\nin a task of:\n" + error.traceback
    return traced
  }

  private func joined(_ task: RecipeTask) -> [LuaValue] {
    guard let failure = task.childFailure else { return [true] }
    task.childFailure = nil
    task.passedOn = failure
    return [false, failure.value ?? .string(failure.message)]
  }
}
