import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Files of the project, by their path below its root.
enum Folder {
  private static let root = "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/")

  static func read(_ path: String) throws -> [UInt8] {
    let file = try #require(fopen("\(root)/\(path)", "r"), "\(root)/\(path)")
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = getc(file), byte != EOF { bytes.append(UInt8(truncatingIfNeeded: byte)) }
    return bytes
  }

  /// The Lua files of a folder and its folders, without ".lua", sorted.
  static func luaFiles(below folder: String) throws -> [String] {
    try entries(of: folder).flatMap { name -> [String] in
      if name.hasSuffix(".lua") { return [String(name.dropLast(4))] }
      if name.contains(".") { return [] }
      return try luaFiles(below: "\(folder)/\(name)").map { "\(name)/\($0)" }
    }
  }

  private static func entries(of folder: String) throws -> [String] {
    let stream = try #require(opendir("\(root)/\(folder)"), "\(root)/\(folder)")
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      names.append(name)
    }
    return names.sorted()
  }
}
