internal import LuaBridge
internal import MachinePort

extension Scheduler {
  /// Cancels a task and all below it. Each is raised out of what it waits for and unwinds; its
  /// `<close>` variables run; everything that it still tries to wait for raises again.
  func cancel(_ task: RecipeTask) {
    guard !task.hasEnded, !task.isCancelled else { return }
    task.isCancelled = true
    for child in task.children.values { cancel(child) }
    switch task.wait {
    case .nothing: return  // it is ready, or fresh: `run` sees the mark
    case .reply(let id):
      pending[id] = nil
      outbox.append(.cancel(id: id))
    case .ticket(let ticket): ticket.waiter = nil
    case .gate(let gate): gate.waiters.removeAll { $0 === task }
    case .children: break
    }
    wake(task, .raise("the task was cancelled"))
  }
}
