internal import ProspectRuntime

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

extension ProjectFile {
  /// Longer than any settings.
  private static let sizeLimit = 1 << 20

  /// Reads the project file in `folder`, or in the nearest folder above it that has one; nil when there is none.
  ///
  /// - Throws: `UsageError` when it cannot be trusted or understood; it names the line.
  static func find(from folder: String) throws(UsageError) -> ProjectFile? {
    guard
      var current = realpath(folder, nil).map({ path in
        defer { free(path) }
        return String(cString: path)
      })
    else { return nil }
    while true {
      let path = current == "/" ? "/\(name)" : "\(current)/\(name)"
      if let text = try read(path) { return try parse(text, path: path, folder: current) }
      guard current != "/", let slash = current.lastIndex(of: "/") else { return nil }
      current = slash == current.startIndex ? "/" : String(current[..<slash])
    }
  }

  private static func parse(
    _ text: String, path: String, folder: String
  ) throws(UsageError) -> ProjectFile {
    do throws(YAMLProblem) {
      return try ProjectFile(text, folder: folder)
    } catch {
      throw UsageError(message: "\(path):\(error.line): \(error.message)", hint: error.hint)
    }
  }

  /// Who can write this file can send credentials elsewhere, so nobody but its user may.
  private static func read(_ path: String) throws(UsageError) -> String? {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw UsageError(message: "\(path) cannot be read: \(String(cString: strerror(errno)))")
    }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw UsageError(message: "\(path) is no ordinary file")
    }
    guard status.st_uid == geteuid() || status.st_uid == 0 else {
      throw UsageError(
        message: "\(path) belongs to somebody else, who could send your credentials elsewhere",
        hint: "move the recipe, or make the file your own: chown \(geteuid()) \(path)")
    }
    guard status.st_mode & (S_IWGRP | S_IWOTH) == 0 else {
      throw UsageError(
        message: "\(path) can be written by others, who could send your credentials elsewhere",
        hint: "chmod go-w \(path)")
    }
    return try text(of: file, path)
  }

  private static func text(of file: Int32, _ path: String) throws(UsageError) -> String {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let count = Glibc.read(file, &chunk, chunk.count)
      if count == 0 { break }
      guard count > 0 else {
        throw UsageError(message: "\(path) cannot be read: \(String(cString: strerror(errno)))")
      }
      bytes.append(contentsOf: chunk[..<count])
      guard bytes.count <= sizeLimit else {
        throw UsageError(message: "\(path) is larger than 1 MiB")
      }
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw UsageError(message: "\(path) is not UTF-8 text")
    }
    return text
  }
}
