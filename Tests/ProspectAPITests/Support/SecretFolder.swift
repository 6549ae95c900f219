import ScriptedServer

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A folder that lives as long as this value, for files with modes and owners.
final class SecretFolder: Sendable {
  let path: String

  struct Failure: Error {}

  init() throws {
    var template = Array("/tmp/prospect-secret-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Failure() }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit {
    for name in names { unlink("\(path)/\(name)") }
    rmdir(path)
  }

  /// The names of what lies in it.
  var names: [String] {
    guard let stream = opendir(path) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  @discardableResult
  func write(_ text: String, to name: String, mode: mode_t = 0o600) throws -> String {
    let file = "\(path)/\(name)"
    if mode & 0o100 != 0 {
      try ExecutableFile.write(text, to: file, mode: mode)
      return file
    }
    guard let stream = fopen(file, "w") else { throw Failure() }
    fputs(text, stream)
    fclose(stream)
    guard chmod(file, mode) == 0 else { throw Failure() }
    return file
  }

  func link(_ name: String, to target: String) throws -> String {
    guard symlink(target, "\(path)/\(name)") == 0 else { throw Failure() }
    return "\(path)/\(name)"
  }

  func mode(_ name: String) -> mode_t {
    var status = stat()
    return stat("\(path)/\(name)", &status) == 0 ? status.st_mode & 0o7777 : 0
  }
}
