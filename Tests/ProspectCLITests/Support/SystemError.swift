#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A system call of a test that failed.
struct SystemError: Error {
  var call: String
  var number: Int32

  static func last(_ call: String) -> SystemError { SystemError(call: call, number: errno) }
}
