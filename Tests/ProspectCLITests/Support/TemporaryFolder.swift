import ScriptedServer

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A folder that lives as long as this value, with the files that a test puts there.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    var template = Array("/tmp/prospect-run-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw SystemError.last("mkdtemp") }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit { Self.removeAll(path) }

  /// Writes a file and returns its path.
  @discardableResult
  func write(_ text: String, to name: String, mode: mode_t = 0o644) throws -> String {
    let file = path + "/" + name
    if mode & 0o100 != 0 {
      try ExecutableFile.write(text, to: file, mode: mode)
      return file
    }
    defer { chmod(file, mode) }
    guard let stream = fopen(file, "w") else { throw SystemError.last("fopen") }
    defer { fclose(stream) }
    guard fputs(text, stream) >= 0 else { throw SystemError.last("fputs") }
    return file
  }

  /// What is in a small file; nil when there is none.
  func text(of name: String) -> String? {
    guard let stream = fopen("\(path)/\(name)", "r") else { return nil }
    defer { fclose(stream) }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = fread(&bytes, 1, bytes.count, stream)
    return String(decoding: bytes[..<count], as: UTF8.self)
  }

  /// Makes a folder, and the folders that lead to it.
  func makeFolder(_ name: String) throws {
    var folder = path
    for part in name.split(separator: "/") {
      folder += "/" + part
      guard mkdir(folder, 0o755) == 0 || errno == EEXIST else { throw SystemError.last("mkdir") }
    }
  }

  private static func removeAll(_ path: String) {
    guard remove(path) != 0, let stream = opendir(path) else { return }
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { removeAll(path + "/" + name) }
    }
    closedir(stream)
    remove(path)
  }
}
