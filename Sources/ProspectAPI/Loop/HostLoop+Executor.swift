internal import CCurlShims

extension HostLoop: SerialExecutor, TaskExecutor {
  package func enqueue(_ job: consuming ExecutorJob) {
    add(.job(UnownedJob(job)))
  }

  package func asUnownedSerialExecutor() -> UnownedSerialExecutor {
    UnownedSerialExecutor(ordinary: self)
  }

  package func asUnownedTaskExecutor() -> UnownedTaskExecutor {
    UnownedTaskExecutor(ordinary: self)
  }

  /// Lets callbacks of the loop (watches, timers, `execute`) use `assumeIsolated` of an actor that lives on it.
  package func checkIsolated() {
    preconditionOnLoop()
  }

  package func isIsolatingCurrentContext() -> Bool? {
    isCurrent
  }

  func add(_ item: sending LoopItem) {
    // The thread's own list needs no lock and no wake-up.
    if isCurrent { return jobs.append(item) }
    switch inbox.add(item) {
    case .none: break
    case .wake: wake()
    case .startThread: restartThread()
    }
  }

  func run(_ item: LoopItem) {
    switch item {
    case .work(let body): body()
    case .job(let job):
      // Both are named, so that a task that prefers the loop goes from actor to actor without queueing.
      job.runSynchronously(
        isolatedTo: asUnownedSerialExecutor(), taskExecutor: asUnownedTaskExecutor())
    }
  }
}
