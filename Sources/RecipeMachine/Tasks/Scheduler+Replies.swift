internal import LuaBridge

extension Scheduler {
  /// Hands the outcome of a request to whoever waits for it.
  func deliver(_ resume: LuaTask.Resume, for entry: PendingRequest) {
    switch entry.receiver {
    case .task(let task): wake(task, resume)
    case .ticket(let ticket):
      ticket.outcome = resume
      if let waiter = ticket.waiter {
        ticket.waiter = nil
        wake(waiter, resume)
      }
    }
  }

  /// The outcome behind a ticket: at once when the reply is there, else the running task waits for
  /// it. A ticket is good for one task at a time, and can be asked again.
  func receive(_ ticket: Ticket) throws(LuaError) -> LuaReturn {
    switch ticket.outcome {
    case .values(let values): return .values(values)
    case .raise(let value): throw LuaError(raising: value)
    case nil:
      guard ticket.waiter == nil, let current else {
        throw LuaError(.usage, "another task waits for this reply already")
      }
      ticket.waiter = current
      current.wait = .ticket(ticket)
      return .wait
    }
  }

  /// Makes a waiting task ready.
  func wake(_ task: RecipeTask, _ resume: LuaTask.Resume = .values([])) {
    task.wait = .nothing
    ready.append(task, resume)
  }
}
