#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Reads small files whole.
enum FileText {
  /// The bytes of the file at `path`; nil when it cannot be read.
  static func read(_ path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    return StandardStream(descriptor: descriptor).readToEnd()
  }
}
