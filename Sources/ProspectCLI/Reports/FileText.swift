#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Reads small files whole.
enum FileText {
  /// The bytes of the file at `path`, which may be a pipe; nil when it cannot be read, or is a folder.
  static func read(_ path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else { return nil }
    return StandardStream(descriptor: descriptor).readToEnd()
  }
}
