#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

extension Recipe {
  /// The bytes of a regular file of bounded length.
  static func read(_ path: String) throws(RecipeError) -> [UInt8] {
    // A pipe without a writer would block the open, and then it is refused anyway.
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else {
      throw RecipeError(
        path: path, reason: errno == ENOENT ? "there is no such file" : systemMessage(errno))
    }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else {
      throw RecipeError(path: path, reason: systemMessage(errno))
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw RecipeError(path: path, reason: "it is a folder")
    default: throw RecipeError(path: path, reason: "it is no regular file")
    }
    guard let bytes = readAll(file, atMost: maximumLength) else {
      throw RecipeError(path: path, reason: systemMessage(errno))
    }
    guard bytes.count <= maximumLength else {
      throw RecipeError(path: path, reason: "it is longer than \(maximumLength >> 20) MiB")
    }
    return bytes
  }
}
