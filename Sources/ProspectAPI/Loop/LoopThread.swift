internal import CCurlShims

/// Starts detached threads.
package enum LoopThread {
  private final class Body: Sendable {
    let run: @Sendable () -> Void

    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  /// Runs `body` on a new thread; the thread keeps alive what `body` holds until it ends.
  package static func start(name: String, _ body: @escaping @Sendable () -> Void) throws(LoopError)
  {
    // The new thread takes over the one reference that is retained here.
    let body = Unmanaged.passRetained(Body(body))
    let hasStarted = ccs_thread_start(
      name, { Unmanaged<Body>.fromOpaque($0).takeRetainedValue().run() }, body.toOpaque())
    guard hasStarted else {
      body.release()
      throw LoopError(message: "the system has no thread left for \(name)")
    }
  }
}
