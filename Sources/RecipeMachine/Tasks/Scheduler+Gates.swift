internal import LuaBridge

extension Scheduler {
  /// Takes the running task through a gate, when its turn comes. The result in Lua: true; or false
  /// when the task is inside already and would wait for itself.
  func enter(_ gate: Gate) -> LuaReturn {
    guard let current else { return .value(true) }
    guard gate.holder != nil else {
      take(gate, current)
      return .value(true)
    }
    guard gate.holder !== current else { return .value(false) }
    gate.waiters.append(current)
    current.wait = .gate(gate)
    return .wait
  }

  /// The running task is through.
  func leave(_ gate: Gate) {
    guard let holder = gate.holder else { return }
    holder.heldGates.removeAll { $0 === gate }
    handOn(gate)
  }

  /// Lets the next one in.
  func handOn(_ gate: Gate) {
    gate.holder = nil
    guard !gate.waiters.isEmpty else { return }
    let next = gate.waiters.removeFirst()
    take(gate, next)
    wake(next, .values([true]))
  }

  private func take(_ gate: Gate, _ task: RecipeTask) {
    gate.holder = task
    task.heldGates.append(gate)
  }
}
