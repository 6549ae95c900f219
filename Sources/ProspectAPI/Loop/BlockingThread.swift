/// A serial executor for work that blocks: a thread that lives while it has jobs and is started again by the next one.
package final class BlockingThread: SerialExecutor {
  private struct State {
    var jobs: [UnownedJob] = []
    var hasThread = false
  }

  private let name: String
  private let state = Locked(State())

  package init(name: String) { self.name = name }

  package func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    let needsThread = state.withLock { state in
      state.jobs.append(job)
      defer { state.hasThread = true }
      return !state.hasThread
    }
    guard needsThread else { return }
    do {
      try LoopThread.start(name: name) { self.runJobs() }
    } catch {
      preconditionFailure("a task is lost: \(error)")
    }
  }

  package func asUnownedSerialExecutor() -> UnownedSerialExecutor {
    UnownedSerialExecutor(ordinary: self)
  }

  private func runJobs() {
    while true {
      let jobs = takeJobs()
      if jobs.isEmpty { return }
      for job in jobs { job.runSynchronously(on: asUnownedSerialExecutor()) }
    }
  }

  /// No jobs: the thread ends, and whoever brings the next one starts another.
  private func takeJobs() -> [UnownedJob] {
    state.withLock { state in
      let jobs = state.jobs
      state.jobs = []
      state.hasThread = !jobs.isEmpty
      return jobs
    }
  }
}
