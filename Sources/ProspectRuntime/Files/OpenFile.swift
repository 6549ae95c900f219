#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A regular file that was opened for a recipe. Whoever holds it closes it, or hands its descriptor over.
struct OpenFile: Sendable {
  let descriptor: Int32
  /// The path within its folder.
  let path: String
  /// Its length in bytes.
  let size: Int

  /// Takes a descriptor over; closes it when it is no regular file.
  init(_ descriptor: Int32, path: String) throws(RequestRefusal) {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      systemClose(descriptor)
      throw RequestRefusal(.argument, "'\(path)' is no regular file")
    }
    self.descriptor = descriptor
    self.path = path
    size = Int(status.st_size)
  }

  /// Gives the descriptor back.
  func close() { systemClose(descriptor) }
}
