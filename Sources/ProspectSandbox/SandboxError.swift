import NIOCore

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The server cannot listen.
package struct SandboxError: Error, Equatable, CustomStringConvertible {
  /// What is wrong, in one sentence without a full stop.
  package let message: String
  /// What to do about it.
  package let hint: String

  init(_ error: IOError, port: Int) {
    switch error.errnoCode {
    case EADDRINUSE:
      message = "port \(port) is taken"
      hint = "another program listens there; take another port, or 0 for a free one"
    case EACCES:
      message = "port \(port) is not for everybody"
      hint = "take one above 1023, or 0 for a free one"
    default:
      message = "port \(port) cannot be listened on: \(String(cString: strerror(error.errnoCode)))"
      hint = "take another port, or 0 for a free one"
    }
  }

  package var description: String { message }
}
