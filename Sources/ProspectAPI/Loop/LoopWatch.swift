/// A descriptor that the loop watches.
package struct LoopWatch: Sendable {
  let loop: HostLoop
  let id: UInt64

  /// Calls `handler` on the loop whenever the descriptor can be written to; nil ends that.
  package func setWritable(_ handler: (@Sendable () -> Void)?) {
    loop.onThread { [id] loop in loop.watches.change(id) { $0.writable = handler } }
  }

  /// Calls `handler` on the loop whenever the descriptor can be read; nil ends that, to make the other side wait.
  package func setReadable(_ handler: (@Sendable () -> Void)?) {
    loop.onThread { [id] loop in loop.watches.change(id) { $0.readable = handler } }
  }

  /// Ends the watch. On the loop's thread no handler runs afterwards and the descriptor may be closed at once; from
  /// elsewhere close it in a later `execute`.
  package func cancel() {
    loop.onThread { [id] loop in loop.watches.remove(id) }
  }
}
