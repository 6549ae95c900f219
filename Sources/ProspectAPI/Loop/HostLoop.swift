internal import CCurlShims

/// The host's loop: one thread that waits for HTTP transfers, descriptors, timers and Swift jobs at the same time.
///
/// It is a serial executor and a task executor at once: actors whose `unownedExecutor` is the loop, and tasks that
/// prefer it, all run on the loop's one thread and call each other without changing threads. Start tasks that wait with
/// `Task(executorPreference: loop)`: without that preference Swift resumes a task in the global pool first, wherever its
/// actor lives, which costs two changes of thread for each wait. Nothing that runs on the loop may block; files and other slow system calls belong on a ``BlockingThread``.
///
/// `@unchecked Sendable`: `inbox` is locked; everything under "the thread's own" is touched by the loop's thread only,
/// and methods that may be called from elsewhere go through the inbox first.
package final class HostLoop: @unchecked Sendable {
  /// The name of the thread, for debuggers.
  package let name: String
  let inbox = LoopInbox()

  private let bell: ccs_bell

  // The thread's own.
  /// libcurl's handle; nil until the first transfer.
  var multi: UnsafeMutableRawPointer?
  var jobs: [LoopItem] = []
  var afterTurn: [@Sendable () -> Void] = []
  var timers = TimerQueue<@Sendable () -> Void>()
  var watches = WatchTable()
  var transfers: [UnsafeMutableRawPointer: any LoopTransfer] = [:]
  var streamed: [UnsafeMutableRawPointer: any LoopTransfer] = [:]
  var transfersWereAdded = false

  /// Starts the loop's thread.
  ///
  /// - Throws: `LoopError` when the system has no thread or no descriptor left.
  package init(name: String = "prospect-loop") throws(LoopError) {
    var bell = ccs_bell(listen: -1, ring: -1)
    guard ccs_bell_new(&bell) else {
      throw LoopError(message: "the system has no descriptor left for a loop")
    }
    self.name = name
    self.bell = bell
    watches.add(
      Self.bellWatch, descriptor: bell.listen,
      .init(readable: { [bell] in ccs_bell_silence(bell) }, writable: nil))
    try startThread()
  }

  deinit {
    ccs_multi_free(multi)
    ccs_bell_free(bell)
  }

  /// Lets the thread end once nothing is left to do: no job, no timer, no watched descriptor, no transfer.
  ///
  /// A job that comes later starts the thread again, so no task is ever lost.
  package func shutdown() {
    if inbox.shutDown() { wake() }
  }

  /// Runs `body` on the loop's thread, after everything that was enqueued before it.
  package func execute(_ body: @escaping @Sendable () -> Void) {
    add(.work(body))
  }

  /// Runs `body` once, on the loop's thread, when the jobs of this turn have run and before the loop sleeps.
  ///
  /// This is the place to write what a turn has gathered: one system call instead of many. Call it on the loop.
  package func afterThisTurn(_ body: @escaping @Sendable () -> Void) {
    preconditionOnLoop()
    afterTurn.append(body)
  }

  /// Runs `body` now when this is the loop's thread, otherwise in turn.
  func onThread(_ body: @escaping @Sendable (HostLoop) -> Void) {
    if isCurrent { body(self) } else { execute { body(self) } }
  }

  /// True on the loop's own thread.
  package var isCurrent: Bool { inbox.thread == ccs_thread_identity() }

  func preconditionOnLoop() {
    precondition(isCurrent, "this function of HostLoop belongs to the loop's thread")
  }

  func wake() {
    ccs_bell_ring(bell)
  }

  /// The number of the loop's own watch; those of others begin above it.
  private static let bellWatch: UInt64 = 0
}
