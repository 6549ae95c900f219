extension HostLoop {
  /// Runs `action` on the loop's thread when `delay` has passed.
  @discardableResult
  package func schedule(
    after delay: Duration, _ action: @escaping @Sendable () -> Void
  ) -> LoopTimer {
    schedule(at: ContinuousClock.now.advanced(by: delay), action)
  }

  /// Runs `action` on the loop's thread at `deadline`, or at once when that has passed.
  @discardableResult
  package func schedule(
    at deadline: ContinuousClock.Instant, _ action: @escaping @Sendable () -> Void
  ) -> LoopTimer {
    let timer = LoopTimer(loop: self, id: LoopIdentity.next())
    onThread { [id = timer.id] loop in loop.timers.add(id, at: deadline, action) }
    return timer
  }

  /// Waits, without holding a thread.
  ///
  /// - Throws: `CancellationError` at once when the task is cancelled before or meanwhile.
  package func sleep(for duration: Duration) async throws(CancellationError) {
    let nap = Nap()
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        guard nap.begin(continuation) else { return }
        nap.keep(schedule(after: duration) { nap.end() })
      }
    } onCancel: {
      nap.end(cancelled: true)
    }
    if nap.wasCancelled { throw CancellationError() }
  }
}
