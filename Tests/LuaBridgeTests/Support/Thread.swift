#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A thread of its own, for what must not happen on the owner's.
enum Thread {
  static func run(_ body: @escaping @Sendable () -> Void) {
    if let thread = start(body) { pthread_detach(thread) }
  }

  static func runAndWait(_ body: @escaping @Sendable () -> Void) {
    if let thread = start(body) { pthread_join(thread, nil) }
  }

  static func sleep(milliseconds: UInt32) { usleep(milliseconds * 1000) }

  private static func start(_ body: @escaping @Sendable () -> Void) -> pthread_t? {
    let box = Unmanaged.passRetained(Box(body))
    #if canImport(Glibc)
      var thread = pthread_t()
    #else
      var thread: pthread_t?
    #endif
    if pthread_create(&thread, nil, runBox, box.toOpaque()) == 0 { return thread }
    box.release()
    return nil
  }
}

private final class Box {
  let body: @Sendable () -> Void
  init(_ body: @escaping @Sendable () -> Void) { self.body = body }
}

/// Invariant: the argument is the box that was retained for this thread.
private func runBox(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  if let argument { Unmanaged<Box>.fromOpaque(argument).takeRetainedValue().body() }
  return nil
}
