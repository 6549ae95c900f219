internal import CCurl
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

  // The thread's own.
  let multi: UnsafeMutableRawPointer
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
    guard CurlLibrary.isReady, let multi = curl_multi_init() else {
      throw LoopError(message: "libcurl cannot start: no memory or no descriptors left")
    }
    self.name = name
    self.multi = multi
    ccs_multi_set_connection_cache(multi, 256)
    try startThread()
  }

  deinit {
    curl_multi_cleanup(multi)
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
    curl_multi_wakeup(multi)
  }
}

/// libcurl's own global state, set up once in a process.
enum CurlLibrary {
  static let isReady = curl_global_init(Int(CURL_GLOBAL_ALL)) == CURLE_OK
}
