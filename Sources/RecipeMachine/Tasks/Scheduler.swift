internal import LuaBridge
internal import MachinePort

/// Runs the tasks of one recipe and keeps account of what each waits for.
///
/// It is a plain automaton: `run` resumes every task that is ready until all wait, and the messages
/// they caused collect in `outbox`. Nothing in here blocks.
final class Scheduler {
  let vm: LuaVM
  var outbox = Outbox()
  var pending: [UInt64: PendingRequest] = [:]
  var ready = ReadyQueue()
  /// The task that runs now; nil between tasks.
  private(set) var current: RecipeTask?
  /// The recipe's main task, while it lives.
  private(set) var main: RecipeTask?
  private var mainOutcome: LuaTask.Outcome?
  private var foundDeadlock = false
  private var nextRequest: UInt64 = 1

  init(vm: LuaVM) { self.vm = vm }

  /// Makes the main task, which calls `function`.
  func start(_ function: LuaReference, _ arguments: [LuaValue]) throws(LuaError) {
    let task = RecipeTask(try vm.makeTask(function, arguments), parent: nil)
    main = task
    ready.append(task)
  }

  /// Runs tasks until all of them wait or the outbox must be emptied.
  ///
  /// Returns the outcome of the main task once the whole tree of tasks has ended.
  func run() -> LuaTask.Outcome? {
    while !outbox.isDue {
      guard let (task, resume) = ready.popFirst() else {
        guard let main, isDeadlocked else { break }
        foundDeadlock = true
        cancel(main)
        continue
      }
      run(task, resume)
    }
    guard ready.isEmpty, let outcome = mainOutcome else { return nil }
    mainOutcome = nil
    cancelTickets()
    return outcome
  }

  private func run(_ task: RecipeTask, _ resume: LuaTask.Resume) {
    guard !task.hasEnded else { return }
    if task.isCancelled && task.lua.state == .fresh {
      task.lua.close()
      return ended(task, .failed(LuaError(.interrupted, "the task was cancelled")))
    }
    current = task
    vm.taskCancelled = task.isCancelled
    let outcome = task.lua.resume(resume)
    vm.taskCancelled = false
    current = nil
    if case .waiting = outcome { return }
    ended(task, outcome)
  }

  private func ended(_ task: RecipeTask, _ outcome: LuaTask.Outcome) {
    for gate in task.heldGates { handOn(gate) }
    task.heldGates = []
    for child in task.children.values { cancel(child) }
    if task === main {
      main = nil
      mainOutcome = outcome
      if case .failed(let error) = outcome { mainOutcome = .failed(explained(error, of: task)) }
    } else if let parent = task.parent {
      childEnded(task, of: parent, outcome)
    }
  }

  private func explained(_ error: LuaError, of main: RecipeTask) -> LuaError {
    var error = traced(error, through: main)
    if foundDeadlock {
      error.kind = .runtime
      error.message = "every task of the recipe waits for another one of them"
    }
    foundDeadlock = false
    return error
  }

  /// Nothing is ready, nothing is asked of the host, and still the main task has not ended.
  private var isDeadlocked: Bool { pending.isEmpty && main?.isCancelled == false }

  /// Notes that the running task waits for the reply to a request, which goes out now.
  func ask(_ request: Request, as shape: PendingRequest.Shape) -> LuaReturn {
    guard let current else { return .none }
    let id = send(request, PendingRequest(receiver: .task(current), shape: shape))
    current.wait = .reply(id)
    return .wait
  }

  /// Sends a request whose reply is taken later.
  func ticket(_ request: Request, as shape: PendingRequest.Shape) -> Ticket {
    let ticket = Ticket(id: nextRequest)
    _ = send(request, PendingRequest(receiver: .ticket(ticket), shape: shape))
    return ticket
  }

  private func send(_ request: Request, _ entry: PendingRequest) -> UInt64 {
    let id = nextRequest
    nextRequest += 1
    pending[id] = entry
    outbox.append(.request(id: id, request))
    return id
  }

  private func cancelTickets() {
    for id in pending.keys.sorted() { outbox.append(.cancel(id: id)) }
    pending.removeAll()
  }
}
