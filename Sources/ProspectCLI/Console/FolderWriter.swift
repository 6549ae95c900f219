#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Writes small files below a folder, and makes the folders they lie in.
struct FolderWriter {
  let folder: String

  func exists(_ path: String) -> Bool { access("\(folder)/\(path)", F_OK) == 0 }

  /// Writes a file whole; one that is there is replaced.
  ///
  /// - Throws: `UsageError` that names the file and what the system says.
  func write(_ text: String, to path: String) throws(UsageError) {
    let file = "\(folder)/\(path)"
    try makeFolders(above: file)
    let descriptor = open(file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Self.refusal(file) }
    defer { close(descriptor) }
    do {
      try StandardStream(descriptor: descriptor).write(Array(text.utf8))
    } catch {
      throw Self.refusal(file)
    }
  }

  private func makeFolders(above file: String) throws(UsageError) {
    var end = file.startIndex
    while let slash = file[end...].dropFirst().firstIndex(of: "/") {
      let folder = String(file[..<slash])
      if mkdir(folder, 0o755) != 0, errno != EEXIST { throw Self.refusal(folder) }
      end = slash
    }
  }

  private static func refusal(_ path: String) -> UsageError {
    UsageError(message: "\(path) cannot be written: \(String(cString: strerror(errno)))")
  }
}
