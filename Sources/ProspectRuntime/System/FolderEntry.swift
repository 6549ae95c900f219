#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A name in a folder.
package struct FolderEntry: Sendable {
  package let name: String
  package let isFolder: Bool

  /// The Lua name of a Lua file: what stands before `.lua`; nil for everything else.
  package var luaName: String? {
    !isFolder && name.hasSuffix(".lua") ? String(name.dropLast(4)) : nil
  }

  /// What lies in a folder, without hidden names, sorted; nothing when the folder cannot be read.
  package static func all(in folder: String) -> [FolderEntry] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var entries: [FolderEntry] = []
    while let entry = readdir(stream) {
      // The kernel ends d_name with a zero byte inside the array.
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard !name.hasPrefix(".") else { continue }
      entries.append(
        FolderEntry(name: name, isFolder: entry.pointee.d_type == UInt8(DT_DIR)))
    }
    return entries.sorted { $0.name < $1.name }
  }
}
