internal import CCurlShims

extension HostLoop {
  /// Jobs that run in one turn before the loop looks at its descriptors again: no chain of jobs may starve them.
  private static let jobsPerTurn = 4096
  /// The longest sleep; only a bound, every event ends it.
  private static let longestSleep = Duration.seconds(600)

  func startThread() throws(LoopError) {
    guard inbox.claimThread() else { return }
    try LoopThread.start(name: name) { self.runThread() }
  }

  /// A job has come after the thread ended: it gets a thread again.
  func restartThread() {
    do {
      try LoopThread.start(name: name) { self.runThread() }
    } catch {
      preconditionFailure("a task is lost: \(error)")
    }
  }

  private func runThread() {
    repeat {
      inbox.thread = ccs_thread_identity()
      repeat { turn() } while hasWork || !inbox.isShutDown
      inbox.thread = 0
    } while !inbox.endThread()
  }

  /// What keeps the thread alive after `shutdown`.
  private var hasWork: Bool {
    !jobs.isEmpty || !afterTurn.isEmpty || !timers.isEmpty || !transfers.isEmpty
      || watches.descriptors.count > 1  // the first one is the loop's own
  }

  private func turn() {
    inbox.drain(into: &jobs)
    fireTimers()
    runJobs()
    performTransfers()
    runJobs()
    // Answers lead to new requests; sending them now saves a turn.
    if transfersWereAdded { performTransfers() }
    runAfterTurn()
    wait()
  }

  private func runJobs() {
    var index = 0
    while index < jobs.count, index < Self.jobsPerTurn {
      run(jobs[index])
      index += 1
    }
    if index == jobs.count {
      jobs.removeAll(keepingCapacity: true)
    } else {
      jobs.removeFirst(index)
    }
  }

  private func runAfterTurn() {
    guard !afterTurn.isEmpty else { return }
    let bodies = afterTurn
    afterTurn = []
    for body in bodies { body() }
  }

  private func fireTimers() {
    guard !timers.isEmpty else { return }
    let now = ContinuousClock.now
    while let action = timers.popDue(at: now) { action() }
  }

  private func wait() {
    let mayRest = jobs.isEmpty && afterTurn.isEmpty && inbox.fallAsleep(unlessShutDown: !hasWork)
    let timeout = mayRest ? sleepMilliseconds : 0
    let count = UInt32(watches.descriptors.count)
    if ccs_poll(multi, &watches.descriptors, count, timeout) { dispatchWatches() }
  }

  private var sleepMilliseconds: Int32 {
    guard let deadline = timers.nextDeadline else { return Self.longestSleep.milliseconds }
    let left = ContinuousClock.now.duration(to: deadline)
    return min(max(left, .zero), Self.longestSleep).milliseconds
  }
}

extension Duration {
  /// Whole milliseconds, rounded up, so that a sleep does not end before its time.
  fileprivate var milliseconds: Int32 {
    let (seconds, attoseconds) = components
    return Int32(
      clamping: seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
  }
}
